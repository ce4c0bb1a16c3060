package io.processflow.engine;

import java.util.List;

/** What comes of a command: changes, or a refusal that changes nothing. */
public sealed interface StepResult {

    /** @param state the state after the events; the one that was given is unchanged */
    record Accepted(List<Event> events, InstanceState state) implements StepResult {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** @param code stable, for programs; {@code detail} is for people */
    record Rejected(String code, String detail) implements StepResult {}
}
