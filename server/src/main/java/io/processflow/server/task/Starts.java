package io.processflow.server.task;

import io.processflow.engine.Actor;
import io.processflow.engine.value.Value;
import io.processflow.server.model.Startable;
import io.processflow.server.model.Startables;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.runtime.AppliedStep;
import io.processflow.server.runtime.InstanceCommand;
import io.processflow.server.runtime.Instances;
import io.processflow.server.team.Access;
import io.processflow.server.team.Member;
import io.processflow.server.team.TeamPage;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Starts instances for people: with the page Editor, or with a role the model names and the page Tasks. */
@Service
public class Starts {

    private final Access access;
    private final TeamScope scope;
    private final Startables startables;
    private final Instances instances;
    private final Tasks tasks;

    Starts(Access access, TeamScope scope, Startables startables, Instances instances, Tasks tasks) {
        this.access = access;
        this.scope = scope;
        this.startables = startables;
        this.instances = instances;
        this.tasks = tasks;
    }

    /** A started instance and the tasks it has for who started it. */
    public record Started(long processInstanceId, List<Task> tasks) {}

    /** @throws Rejection 409 {@code not-published}; 422 when inputs are missing or unknown */
    public Started start(Caller caller, long modelId, Map<String, Value> inputs) {
        Member member =
                access.memberOfTeamOf(caller, () -> startables.find(modelId).map(Startable::teamId));
        Startable model =
                scope.inTeam(member.teamId(), () -> startables.find(modelId)).orElseThrow(Rejection::notFound);
        if (!mayStart(member, model)) {
            member.require(TeamPage.EDITOR);
        }
        if (model.publishedVersion() == null) {
            throw Rejection.conflict("not-published", "Publish the process first: then it can be started.");
        }
        AppliedStep step = instances.submit(new InstanceCommand.Start(
                modelId, model.publishedVersion(), new Actor.Person(caller.userId()), inputs));
        return new Started(
                step.instanceId(), scope.inTeam(member.teamId(), () -> tasks.ofInstance(member, step.instanceId())));
    }

    private static boolean mayStart(Member member, Startable model) {
        boolean named = model.startableBy().stream().anyMatch(member.roleIds()::contains);
        return member.may(TeamPage.EDITOR) || (member.may(TeamPage.TASKS) && named);
    }
}
