package io.processflow.server.task;

import io.processflow.server.team.Member;
import io.processflow.server.team.MemberRemoved;
import io.processflow.server.team.OpenTasks;
import io.processflow.server.team.RoleReplaced;
import io.processflow.server.team.RoleUsage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps tasks right when teams change: claims of who left go, tasks of a replaced role move. */
@Component
class TaskListener implements OpenTasks, RoleUsage {

    private final TaskAssignmentStore store;

    TaskListener(TaskAssignmentStore store) {
        this.store = store;
    }

    @Override
    public Map<Long, Long> count(Collection<Member> memberships) {
        List<Long> teams = memberships.stream().map(Member::teamId).toList();
        List<Long> roles = memberships.stream()
                .flatMap(member -> member.roleIds().stream())
                .toList();
        return store.openCounts(teams, roles);
    }

    @Override
    public List<Use> usesOf(long teamId, long roleId) {
        return store.usesOf(teamId, roleId);
    }

    @EventListener
    void removed(MemberRemoved removed) {
        store.releaseClaims(removed.teamId(), removed.userId());
    }

    @EventListener
    void replaced(RoleReplaced replaced) {
        store.moveTasks(replaced.teamId(), replaced.roleId(), replaced.replacedBy());
    }
}
