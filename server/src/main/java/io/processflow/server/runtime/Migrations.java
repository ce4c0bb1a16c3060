package io.processflow.server.runtime;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.Event;
import io.processflow.engine.Migration;
import io.processflow.server.model.CompiledVersion;
import io.processflow.server.model.PublishedGraphs;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.team.Access;
import io.processflow.server.team.Member;
import io.processflow.server.team.TeamPage;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Moves running instances to other versions of their models; needs the page Monitoring. */
@Service
public class Migrations {

    private final Access access;
    private final TeamScope scope;
    private final InstanceViewStore store;
    private final PublishedGraphs graphs;
    private final Instances instances;

    Migrations(Access access, TeamScope scope, InstanceViewStore store, PublishedGraphs graphs, Instances instances) {
        this.access = access;
        this.scope = scope;
        this.store = store;
        this.graphs = graphs;
        this.instances = instances;
    }

    /** An instance's new version, and every visit that goes on there. */
    public record Migrated(long processInstanceId, int version, boolean dryRun, List<MovedVisit> moved) {}

    /**
     * A visit that is not over.
     *
     * @param bpmnId the drawn element of the new version where it goes on
     * @param name as the new version's drawing has it; placeholders are not replaced here
     */
    public record MovedVisit(int number, String bpmnId, String name) {}

    /**
     * Each open visit goes on at the element of the same id.
     *
     * @throws Rejection 404 for a version that is none, 409 {@code cannot-migrate} with every step that has no place there,
     *     409 {@code same-version} and {@code instance-ended}
     */
    public Migrated migrate(Caller caller, long instanceId, int version, boolean dryRun) {
        Member member = access.memberOfTeamOf(caller, () -> store.teamOf(instanceId));
        member.require(TeamPage.MONITORING);
        CompiledVersion target = scope.inTeam(member.teamId(), () -> {
            InstanceSummary instance = store.summary(instanceId).orElseThrow(Rejection::notFound);
            return graphs.load(instance.processModelId(), version);
        });
        AppliedStep step = instances.submit(new InstanceCommand.On(
                instanceId, (instance, at) -> command(caller, at, instance.version(), target), dryRun));
        List<MovedVisit> moved = step.events().stream()
                .filter(Event.InstanceMigrated.class::isInstance)
                .flatMap(event -> ((Event.InstanceMigrated) event).moved().stream())
                .map(move -> moved(target, move))
                .toList();
        return new Migrated(instanceId, version, dryRun, moved);
    }

    private static Command command(Caller caller, Instant at, CompiledVersion from, CompiledVersion target) {
        if (from.version() == target.version()) {
            throw Rejection.conflict("same-version", "The instance runs on version " + target.version() + " already.");
        }
        return new Command.Migrate(
                new Actor.Person(caller.userId()),
                at,
                target.version(),
                target.graph(),
                Migration.byElement(from.graph(), target.graph()));
    }

    private static MovedVisit moved(CompiledVersion target, Event.InstanceMigrated.Moved move) {
        CompiledVersion.NodeInfo node = target.node(move.node());
        return new MovedVisit(move.visit(), node.element().key().bpmnId(), node.title());
    }
}
