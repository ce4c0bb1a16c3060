package io.processflow.bpmn;

/** What an event is triggered by, in people's words. */
final class Triggers {

    private Triggers() {}

    static String inWords(String trigger) {
        return switch (trigger) {
            case "message" -> "a message";
            case "timer" -> "a time";
            case "conditional" -> "a condition";
            case "signal" -> "a signal";
            case "error" -> "an error";
            case "escalation" -> "an escalation";
            case "compensate" -> "a compensation";
            case "cancel" -> "a cancellation";
            case "terminate" -> "an immediate end";
            default -> "a " + trigger;
        };
    }

    /** How an event is called where it has no name of its own. */
    static String label(DrawnNode event) {
        if (event.name() != null) {
            return event.name();
        }
        return event.triggers().stream()
                .findFirst()
                .map(Triggers::inWords)
                .map(words -> words.substring(words.indexOf(' ') + 1))
                .orElse(Names.inWords(event.kind()));
    }
}
