package io.processflow.server.task;

import io.processflow.engine.Actor;
import io.processflow.engine.value.Value;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.runtime.AppliedStep;
import io.processflow.server.runtime.InstanceCommand;
import io.processflow.server.runtime.Instances;
import io.processflow.server.runtime.Starting;
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
    private final TaskStore store;
    private final Instances instances;

    Starts(Access access, TaskStore store, Instances instances) {
        this.access = access;
        this.store = store;
        this.instances = instances;
    }

    /** A started instance and the tasks it has for who started it. */
    public record Started(long processInstanceId, List<Task> tasks) {}

    /** @throws Rejection 409 {@code not-published}; 422 when inputs are missing or unknown */
    public Started start(Caller caller, long modelId, Map<String, Value> inputs) {
        access.requireVerified(caller);
        AppliedStep step = instances.submit(
                new InstanceCommand.Start(modelId, new Actor.Person(caller.userId()), inputs, Starts::requireRight));
        return new Started(step.instanceId(), NextTasks.of(step, store::username));
    }

    private static void requireRight(Starting start) {
        if (start.rights() == null) {
            throw Rejection.notFound();
        }
        Member member = start.rights().member();
        boolean named = start.model().startableBy().stream().anyMatch(member.roleIds()::contains);
        if (!(member.may(TeamPage.TASKS) && named)) {
            member.require(TeamPage.EDITOR);
        }
    }
}
