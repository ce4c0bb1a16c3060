package io.processflow.bpmn;

import java.util.List;

/**
 * What the compiler has to know of a node definition.
 *
 * @param automatic whether a server does it
 * @param requiredOptions dotted paths into a node's data which have to be filled in
 */
public record DefinitionInfo(long id, boolean automatic, List<String> requiredOptions) {

    public DefinitionInfo {
        requiredOptions = List.copyOf(requiredOptions);
    }
}
