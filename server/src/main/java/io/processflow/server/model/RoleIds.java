package io.processflow.server.model;

import io.processflow.server.model.TeamContext.TeamRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which role stands for one that a published version names: itself, or the one that took its place. */
record RoleIds(Map<Long, Long> current) {

    static RoleIds of(List<TeamRole> roles) {
        Map<Long, Long> current = new HashMap<>();
        roles.forEach(role -> {
            Long replacement = role.replacedBy();
            current.put(role.id(), replacement == null ? role.id() : replacement);
        });
        return new RoleIds(Map.copyOf(current));
    }

    /** Null when the text names no role of the team. */
    @Nullable
    Long of(String id) {
        try {
            return current.get(Long.parseLong(id.strip()));
        } catch (NumberFormatException noId) {
            return null;
        }
    }
}
