package io.processflow.bpmn.report;

import io.processflow.bpmn.CompileContext;
import io.processflow.bpmn.DefinitionInfo;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new team that has a default role and makes every role a drawing asks for; it has no node definitions of its own. */
final class AnyTeam implements CompileContext {

    static final long DEFAULT_ROLE = 1;

    private final Map<String, Long> roles = new HashMap<>();

    @Override
    public Long roleNamed(String name) {
        return roles.computeIfAbsent(name.toLowerCase(Locale.ROOT), unknown -> DEFAULT_ROLE + 1 + roles.size());
    }

    @Override
    public boolean roleExists(long id) {
        return id >= DEFAULT_ROLE && id <= DEFAULT_ROLE + roles.size();
    }

    @Override
    public @Nullable DefinitionInfo definition(long nodeDefinitionId) {
        return null;
    }
}
