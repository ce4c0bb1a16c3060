package io.processflow.server.shop;

/** Answered by modules that keep references to definitions, so that one in use is never removed. */
public interface DefinitionUse {

    /** Whether something of the team names the definition; runs within the team's scope. */
    boolean uses(long teamId, long definitionId);
}
