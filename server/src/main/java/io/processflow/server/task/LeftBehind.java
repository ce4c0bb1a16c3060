package io.processflow.server.task;

import io.processflow.server.platform.TeamScope;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds the tasks that a change of a team has missed. A step that begins, or is claimed, in the very moment in which its role
 * is replaced or its person removed may be stored after the tasks were moved; until it is found here nobody sees it.
 */
@Component
class LeftBehind {

    private final TeamScope scope;
    private final TaskAssignmentStore store;

    LeftBehind(TeamScope scope, TaskAssignmentStore store) {
        this.scope = scope;
        this.store = store;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        scope.asWorker(() -> {
            store.ofReplacedRoles().forEach(role -> store.moveTasks(role.teamId(), role.roleId(), role.replacedBy()));
            store.claimsOfStrangers().forEach(left -> store.releaseClaims(left.teamId(), left.userId()));
            return true;
        });
    }
}
