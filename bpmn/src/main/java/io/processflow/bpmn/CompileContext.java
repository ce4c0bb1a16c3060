package io.processflow.bpmn;

import org.jspecify.annotations.Nullable;

/** What surrounds a drawing when it is compiled: the team's roles and the node definitions it may use. */
public interface CompileContext {

    /** The id of the team's role of that name, whatever its case; null when there is none. */
    @Nullable
    Long roleNamed(String name);

    boolean roleExists(long id);

    /** Null when there is none the team may use. */
    @Nullable
    DefinitionInfo definition(long nodeDefinitionId);
}
