package io.processflow.bpmn;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A team for tests: its roles by name, and node definitions. */
final class Team implements CompileContext {

    private final Map<String, Long> roles = new HashMap<>();
    private final Map<Long, DefinitionInfo> definitions = new HashMap<>();

    static Team withRoles(String... names) {
        Team team = new Team();
        for (String name : names) {
            team.roles.put(name.toLowerCase(Locale.ROOT), team.roles.size() + 1L);
        }
        return team;
    }

    Team offering(long id, boolean automatic, String... requiredOptions) {
        definitions.put(id, new DefinitionInfo(id, automatic, List.of(requiredOptions)));
        return this;
    }

    @Override
    public Long roleNamed(String name) {
        return roles.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean roleExists(long id) {
        return roles.containsValue(id);
    }

    @Override
    public DefinitionInfo definition(long nodeDefinitionId) {
        return definitions.get(nodeDefinitionId);
    }
}
