package io.processflow.server.task;

import io.processflow.engine.InstanceStatus;
import io.processflow.engine.Visit;
import io.processflow.engine.VisitStatus;
import io.processflow.server.model.CompiledVersion.NodeInfo;
import io.processflow.server.runtime.AppliedStep;
import io.processflow.server.runtime.OpenVisit;
import io.processflow.server.task.Task.Claim;
import io.processflow.server.task.Task.TaskRole;
import io.processflow.server.team.RoleTag;
import io.processflow.server.team.TeamPage;
import io.processflow.server.team.TeamRights;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The tasks of an instance that whoever gave a command can go on with, from what the command itself read and wrote. */
final class NextTasks {

    private static final Comparator<TaskRow> WORKLIST_ORDER = Comparator.comparing(
                    (TaskRow task) -> Objects.requireNonNullElse(task.dueAt(), Instant.MAX))
            .thenComparing(TaskRow::createdAt)
            .thenComparing(TaskRow::id);

    private NextTasks() {}

    /** @param usernames names who has claimed a task */
    static List<Task> of(AppliedStep step, Function<UUID, String> usernames) {
        InstanceStatus status = step.state().status();
        boolean offered = status == InstanceStatus.RUNNING || status == InstanceStatus.ERROR;
        TeamRights rights = step.rights();
        if (rights == null || !rights.member().may(TeamPage.TASKS) || !offered) {
            return List.of();
        }
        return step.state().open().stream()
                .filter(visit -> visit.status() == VisitStatus.TODO)
                .flatMap(visit -> task(step, visit, rights, usernames).stream())
                .sorted(WORKLIST_ORDER)
                .map(TaskRow::shown)
                .toList();
    }

    private static Optional<TaskRow> task(
            AppliedStep step, Visit visit, TeamRights rights, Function<UUID, String> usernames) {
        OpenVisit stored = step.visit(visit.number());
        return rights.roles().stream()
                .filter(role -> Long.valueOf(role.id()).equals(stored.roleId()))
                .findFirst()
                .map(role -> row(step, step.version().node(visit.node()), stored, role, usernames));
    }

    private static TaskRow row(
            AppliedStep step, NodeInfo node, OpenVisit stored, RoleTag role, Function<UUID, String> usernames) {
        UUID claimer = stored.claimedBy();
        return new TaskRow(
                stored.id(),
                stored.number(),
                step.instanceId(),
                step.state().status().label(),
                step.instanceTitle(),
                step.version().modelId(),
                step.modelName(),
                step.teamId(),
                node.element().key().bpmnId(),
                VisitStatus.TODO.label(),
                stored.title(),
                new TaskRole(role.id(), role.name(), role.color()),
                stored.createdAt(),
                stored.dueAt(),
                claimer == null ? null : new Claim(claimer, usernames.apply(claimer)),
                null,
                null,
                null,
                node.executionUrl(),
                node.element().data(),
                stored.options());
    }
}
