package io.processflow.server.team;

import java.util.Collection;
import java.util.Map;

/** Counts the tasks that wait for somebody; implemented by the module that knows tasks. */
public interface OpenTasks {

    /**
     * The number of open tasks for the member's roles, by team id; teams without one may be missing.
     *
     * @param memberships one per team, all of the same person; their teams are in scope
     */
    Map<Long, Long> count(Collection<Member> memberships);
}
