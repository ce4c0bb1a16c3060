package io.processflow.server.runtime;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.value.Value;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.team.Access;
import io.processflow.server.team.Member;
import io.processflow.server.team.TeamPage;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What those who watch over instances do to them; needs the page Monitoring. */
@Service
public class InstanceControl {

    private final Access access;
    private final TeamScope scope;
    private final InstanceViewStore store;
    private final Instances instances;

    InstanceControl(Access access, TeamScope scope, InstanceViewStore store, Instances instances) {
        this.access = access;
        this.scope = scope;
        this.store = store;
        this.instances = instances;
    }

    public void cancel(Caller caller, long instanceId, @Nullable String reason) {
        submit(caller, instanceId, at -> new Command.Cancel(by(caller), at, reason));
    }

    public void hold(Caller caller, long instanceId, @Nullable String reason) {
        submit(caller, instanceId, at -> new Command.Hold(by(caller), at, reason));
    }

    public void resume(Caller caller, long instanceId) {
        submit(caller, instanceId, at -> new Command.Resume(by(caller), at));
    }

    /** Tries a failed step again in a new visit, after writing the variables. */
    public void retry(Caller caller, long elementInstanceId, Map<String, Value> variables) {
        Member member = access.memberOfTeamOf(
                caller, () -> store.visit(elementInstanceId).flatMap(visit -> store.teamOf(visit.getKey())));
        member.require(TeamPage.MONITORING);
        var visit = scope.inTeam(member.teamId(), () -> store.visit(elementInstanceId))
                .orElseThrow(Rejection::notFound);
        instances.submit(InstanceCommand.on(
                visit.getKey(), at -> new Command.Retry(by(caller), at, visit.getValue(), variables)));
    }

    /** Writes variables of an instance that runs; why is part of its log. */
    public void setVariables(Caller caller, long instanceId, Map<String, Value> values, String reason) {
        submit(caller, instanceId, at -> new Command.SetVariables(by(caller), at, values, reason));
    }

    private void submit(Caller caller, long instanceId, Function<Instant, Command> command) {
        access.memberOfTeamOf(caller, () -> store.teamOf(instanceId)).require(TeamPage.MONITORING);
        instances.submit(InstanceCommand.on(instanceId, command));
    }

    private static Actor by(Caller caller) {
        return new Actor.Person(caller.userId());
    }
}
