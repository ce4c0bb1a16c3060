package io.processflow.server.model;

import io.processflow.bpmn.CompileContext;
import io.processflow.bpmn.DefinitionInfo;
import io.processflow.engine.graph.NodeData;
import io.processflow.server.shop.Definition.Option;
import io.processflow.server.shop.NodeDefinitions;
import io.processflow.server.shop.PinnedDefinition;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What surrounds the drawings of one team while they are compiled; lives within one transaction. */
final class TeamContext implements CompileContext {

    /** A role of the team; one that was deleted in favour of another names it. */
    record TeamRole(long id, String name, @Nullable Long replacedBy) {}

    private final Map<Long, TeamRole> roles = new HashMap<>();
    private final Map<String, Long> roleIds = new HashMap<>();
    private final NodeDefinitions definitions;
    private final Map<Long, Optional<PinnedDefinition>> newest = new HashMap<>();

    TeamContext(List<TeamRole> roles, NodeDefinitions definitions) {
        roles.forEach(role -> {
            this.roles.put(role.id(), role);
            if (role.replacedBy() == null) {
                roleIds.put(role.name().toLowerCase(Locale.ROOT), role.id());
            }
        });
        this.definitions = definitions;
    }

    @Override
    public @Nullable Long roleNamed(String name) {
        return roleIds.get(name.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean roleExists(long id) {
        return roles.containsKey(id);
    }

    @Override
    public @Nullable DefinitionInfo definition(long nodeDefinitionId) {
        return newest(nodeDefinitionId)
                .map(pinned -> new DefinitionInfo(
                        nodeDefinitionId,
                        pinned.definition().isAutomatic(),
                        pinned.definition().optionsDefinition().structure().stream()
                                .filter(option -> Boolean.TRUE.equals(option.required()))
                                .map(Option::keyString)
                                .filter(java.util.Objects::nonNull)
                                .toList()))
                .orElse(null);
    }

    /** Which role does what names one. */
    RoleIds roleIds() {
        return RoleIds.of(List.copyOf(roles.values()));
    }

    /** Null when the team has no such role. */
    @Nullable
    String roleName(long id) {
        TeamRole role = roles.get(id);
        return role == null ? null : role.name();
    }

    /** The version of its definition that a node is published with: the one it names, else the newest. */
    Optional<PinnedDefinition> definitionOf(NodeData data) {
        Optional<Long> id = number(data, NodeData.NODE_DEFINITION_ID);
        Optional<PinnedDefinition> wanted = id.flatMap(known -> number(data, "nodeDefinitionVersion")
                .filter(version -> version <= Integer.MAX_VALUE && version > 0)
                .flatMap(version -> definitions.version(known, version.intValue())));
        return wanted.isPresent() ? wanted : id.flatMap(this::newest);
    }

    private Optional<PinnedDefinition> newest(long id) {
        return newest.computeIfAbsent(
                id,
                wanted ->
                        Optional.ofNullable(definitions.newest(List.of(wanted)).get(wanted)));
    }

    private static Optional<Long> number(NodeData data, String name) {
        String text = data.text(name);
        try {
            return text == null ? Optional.empty() : Optional.of(new BigDecimal(text.strip()).longValueExact());
        } catch (ArithmeticException | NumberFormatException noId) {
            return Optional.empty();
        }
    }
}
