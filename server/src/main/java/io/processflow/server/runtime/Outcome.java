package io.processflow.server.runtime;

import io.processflow.server.platform.Rejection;

/** What came of one command of a group. */
public sealed interface Outcome {

    record Applied(AppliedStep step) implements Outcome {}

    record Refused(Rejection rejection) implements Outcome {}

    /** It could not be worked off, through no fault of whoever gave it. */
    record Failed(RuntimeException cause) implements Outcome {}

    /** @throws Rejection when the command was refused */
    default AppliedStep orThrow() {
        return switch (this) {
            case Applied(AppliedStep step) -> step;
            case Refused(Rejection rejection) -> throw rejection;
            case Failed(RuntimeException cause) -> throw cause;
        };
    }
}
