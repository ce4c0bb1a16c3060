package io.processflow.engine;

/** Where a process instance stands: the values of {@code process_instance_status}. */
public enum InstanceStatus {
    RUNNING("Running"),
    ON_HOLD("On Hold"),
    ERROR("Error"),
    COMPLETED("Completed"),
    CANCELLED("Cancelled");

    private final String label;

    InstanceStatus(String label) {
        this.label = label;
    }

    /** As the database and the API spell it. */
    public String label() {
        return label;
    }

    /** Nothing ever changes again. */
    public boolean isFinal() {
        return this == COMPLETED || this == CANCELLED;
    }
}
