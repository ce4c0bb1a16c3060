package io.processflow.server.team;

import java.util.List;

/**
 * Tells where a role is used; implemented by the modules that store role ids. A role that is used somewhere can only be
 * replaced, never removed, so finished work counts too: its rows keep pointing to the role.
 */
public interface RoleUsage {

    /**
     * One place that names a role.
     *
     * @param kind a stable word for clients: {@code draft}, {@code version}, {@code task}, {@code history}
     * @param name what people call it, such as the name of the process model
     * @param count how often it is named there
     */
    record Use(String kind, String name, long count) {}

    /** Runs inside the team's scope. */
    List<Use> usesOf(long teamId, long roleId);
}
