package io.processflow.server.task;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.Visit;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.value.Value;
import io.processflow.server.model.CompiledVersion.NodeInfo;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.runtime.AppliedStep;
import io.processflow.server.runtime.CompletedSteps;
import io.processflow.server.runtime.InstanceCommand;
import io.processflow.server.runtime.Instances;
import io.processflow.server.runtime.OpenStep;
import io.processflow.server.runtime.OpenVisit;
import io.processflow.server.runtime.Outcome;
import io.processflow.server.team.Access;
import io.processflow.server.team.Member;
import io.processflow.server.team.TeamPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The worklist: which steps wait for somebody, and what that person does with them. */
@Service
public class Tasks {

    private static final int MOST_LOOKS = 3;
    private static final String NOT_OPEN = "not-open";
    private static final String NOT_OFFERED = "not-offered";
    private static final String CLAIMED = "claimed";
    /** Refusals whose reason, and the names in it, are told from what the caller may read. */
    private static final Set<String> NEEDS_ANOTHER_LOOK = Set.of(NOT_OPEN, NOT_OFFERED, CLAIMED);
    /** So many look at once: when hundreds lose one race, the others find connections all the same. */
    private static final int LOOKS_AT_ONCE = 8;

    private final Access access;
    private final TeamScope scope;
    private final TaskStore store;
    private final Worklist worklist;
    private final Instances instances;
    private final CompletedSteps completedSteps;
    private final Semaphore looks = new Semaphore(LOOKS_AT_ONCE, true);

    Tasks(
            Access access,
            TeamScope scope,
            TaskStore store,
            Worklist worklist,
            Instances instances,
            CompletedSteps completedSteps) {
        this.access = access;
        this.scope = scope;
        this.store = store;
        this.worklist = worklist;
        this.instances = instances;
        this.completedSteps = completedSteps;
    }

    /** The caller's worklist in one team; needs the page Tasks. */
    public Page<Task> worklist(Caller caller, long teamId, TaskFilter filter, PageRequest page) {
        return worklist.page(List.of(access.member(caller, teamId, TeamPage.TASKS)), filter, page);
    }

    /** The caller's worklist over all teams whose Tasks page the caller may see. */
    public Page<Task> everywhere(Caller caller, TaskFilter filter, PageRequest page) {
        return worklist.page(
                access.memberships(caller).stream()
                        .filter(member -> member.may(TeamPage.TASKS))
                        .toList(),
                filter,
                page);
    }

    /** The open tasks of one instance for a member, in the worklist's order. */
    List<Task> ofInstance(Member member, long instanceId) {
        return member.may(TeamPage.TASKS)
                ? scope.inTeam(
                        member.teamId(),
                        () -> store.ofInstance(instanceId, member.roleIds()).stream()
                                .map(TaskRow::shown)
                                .toList())
                : List.of();
    }

    public Task get(Caller caller, long taskId) {
        return found(caller, taskId).task().shown();
    }

    /** @throws Rejection 409 {@code claimed} when somebody else has it */
    public Task claim(Caller caller, long taskId) {
        Found found = found(caller, taskId);
        return scope.inTeam(found.member().teamId(), () -> {
            access.requireStaying(caller, found.member().teamId());
            if (store.claim(found.task(), caller.userId()) == 0) {
                throw notOpenFor(caller, reread(found), Map.of()).orElseThrow(() -> claimedBy(reread(found)));
            }
            return reread(found).shown();
        });
    }

    public Task release(Caller caller, long taskId) {
        Found found = found(caller, taskId);
        return scope.inTeam(found.member().teamId(), () -> {
            store.release(found.task(), caller.userId());
            return reread(found).shown();
        });
    }

    /**
     * Completes a task as the caller. The same person with the same answer is answered as the first time.
     *
     * @throws Rejection 409 {@code already-completed}, {@code claimed} or {@code on-hold}; 422 for a wrong answer
     */
    public Completion complete(Caller caller, long taskId, Map<String, Value> data) {
        access.requireVerified(caller);
        InstanceCommand command =
                new InstanceCommand.OnStep(taskId, caller.userId(), (step, at) -> completion(caller, step, at, data));
        Outcome outcome = instances.outcome(command);
        if (!needsAnotherLook(outcome)) {
            return completed(caller, outcome.orThrow());
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return lookedAgain(caller, taskId, data, command);
        }
        looks.acquireUninterruptibly();
        try {
            return lookedAgain(caller, taskId, data, command);
        } finally {
            looks.release();
        }
    }

    /** Somebody was faster, or the caller may not, or what this server knew was out of date: the rows tell which. */
    private Completion lookedAgain(Caller caller, long taskId, Map<String, Value> data, InstanceCommand command) {
        Found found = found(caller, taskId);
        // Between a look and the next try somebody may have been faster.
        for (int look = 0; look < MOST_LOOKS && found.task().status().equals("Todo"); look++) {
            requireUnclaimed(caller, found.task());
            Outcome outcome = instances.alone(command);
            if (!needsAnotherLook(outcome)) {
                return completed(caller, outcome.orThrow());
            }
            found = found(caller, taskId);
        }
        if (found.task().status().equals("Todo")) {
            throw Rejection.conflict("changed-meanwhile", "The task changed at this very moment. Try again.");
        }
        return repeated(caller, found, data);
    }

    private static boolean needsAnotherLook(Outcome outcome) {
        return outcome instanceof Outcome.Refused(Rejection refused) && NEEDS_ANOTHER_LOOK.contains(refused.code());
    }

    private static void requireUnclaimed(Caller caller, TaskRow task) {
        if (task.claim() != null && !task.claim().id().equals(caller.userId())) {
            throw claimedBy(task);
        }
    }

    private static Command completion(Caller caller, OpenStep step, Instant at, Map<String, Value> data) {
        OpenVisit visit = step.visit();
        Visit open = step.instance().state().open(visit.number());
        if (open == null || open.status() != VisitStatus.TODO) {
            throw Rejection.conflict(NOT_OPEN, "Expected the step to be open for people, but it is not.");
        }
        requireOffered(step, visit.roleId());
        UUID claimer = visit.claimedBy();
        if (claimer != null && !claimer.equals(caller.userId())) {
            throw Rejection.conflict(CLAIMED, "Somebody else has claimed this task.");
        }
        NodeInfo node = step.instance().version().node(open.node());
        Answers.check(TaskForm.of(TaskRow.data(node.element().data(), visit.options()), node.executionUrl()), data);
        return new Command.Complete(new Actor.Person(caller.userId()), at, visit.number(), data);
    }

    /** Page Tasks and the step's role; {@link #found} tells the caller which of them is missing. */
    private static void requireOffered(OpenStep step, @Nullable Long roleId) {
        boolean offered = step.rights() != null
                && roleId != null
                && step.rights().member().may(TeamPage.TASKS)
                && step.rights().member().roleIds().contains(roleId);
        if (!offered) {
            throw Rejection.forbidden(NOT_OFFERED, "This step is not offered to you.");
        }
    }

    private Completion completed(Caller caller, AppliedStep step) {
        return new Completion(
                Earned.by(caller.userId(), step.events()),
                NextTasks.of(step, store::username),
                step.state().status().label());
    }

    private static Rejection claimedBy(TaskRow task) {
        String who = task.claim() == null ? "Somebody else" : task.claim().username();
        return Rejection.conflict(CLAIMED, who + " has claimed this task.").with("claimedBy", who);
    }

    private Completion repeated(Caller caller, Found found, Map<String, Value> data) {
        return scope.inTeam(found.member().teamId(), () -> {
            TaskRow task = reread(found);
            notOpenFor(caller, task, data).ifPresent(objection -> {
                throw objection;
            });
            return completion(caller, found);
        });
    }

    /** Why a step that is not open can not be completed; empty when this person completed it with this very answer. */
    private Optional<Rejection> notOpenFor(Caller caller, TaskRow task, Map<String, Value> data) {
        if (task.status().equals("Todo")) {
            return Optional.empty();
        }
        if (!task.status().equals("Completed")) {
            return Optional.of(
                    Rejection.conflict("not-open", "Expected the task to be open, but it is " + task.status() + "."));
        }
        boolean same = caller.userId().equals(task.completedBy())
                && completedSteps.outputs(task.instanceId(), task.number()).equals(Optional.of(data));
        String who = task.completedByName() == null ? "somebody" : task.completedByName();
        return same
                ? Optional.empty()
                : Optional.of(Rejection.conflict("already-completed", "This task was completed by " + who + " already.")
                        .with("completedBy", who)
                        .with("completedAt", String.valueOf(task.completedAt())));
    }

    private Completion completion(Caller caller, Found found) {
        return scope.inTeam(
                found.member().teamId(),
                () -> new Completion(
                        Earned.by(
                                caller.userId(),
                                completedSteps
                                        .events(
                                                found.task().instanceId(),
                                                found.task().number())
                                        .orElse(List.of())),
                        ofInstance(found.member(), found.task().instanceId()),
                        reread(found).instanceStatus()));
    }

    private record Found(Member member, TaskRow task) {}

    /** A step the caller may work on: page Tasks and the step's role. */
    private Found found(Caller caller, long taskId) {
        Member member =
                access.memberOfTeamOf(caller, () -> store.teamOf(taskId)).require(TeamPage.TASKS);
        TaskRow task = scope.inTeam(member.teamId(), () -> store.find(taskId)).orElseThrow(Rejection::notFound);
        if (task.role() == null || !member.roleIds().contains(task.role().id())) {
            throw Rejection.forbidden(
                    "role-missing",
                    "This task is for the role "
                            + (task.role() == null ? "it names" : task.role().name()) + ".");
        }
        return new Found(member, task);
    }

    private TaskRow reread(Found found) {
        return store.find(found.task().id()).orElseThrow(Rejection::notFound);
    }
}
