package io.processflow.server.team;

import com.fasterxml.jackson.annotation.JsonValue;

/** A page of the team's workspace; a role opens any subset of them. */
public enum TeamPage {
    EDITOR("Editor"),
    TASKS("Tasks"),
    MONITORING("Monitoring"),
    TEAM("Team"),
    STATS("Stats"),
    SHOP("Shop");

    private final String label;

    TeamPage(String label) {
        this.label = label;
    }

    /** As the database and the API spell it. */
    @JsonValue
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when there is no such page */
    public static TeamPage of(String label) {
        for (TeamPage page : values()) {
            if (page.label.equals(label)) {
                return page;
            }
        }
        throw new IllegalArgumentException("expected a page of the workspace, but got " + label);
    }
}
