package io.processflow.server.runtime;

import io.processflow.server.model.CompiledVersion;
import io.processflow.server.model.PublishedGraphs;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.runtime.InstanceViewStore.VisitRow;
import io.processflow.server.team.Access;
import io.processflow.server.team.Member;
import io.processflow.server.team.TeamPage;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows instances to those who may read them: pages Monitoring or Editor, who started it, and who holds a role that has or
 * had a step in it.
 */
@Service
public class InstanceViews {

    private final Access access;
    private final TeamScope scope;
    private final InstanceViewStore store;
    private final PublishedGraphs graphs;
    private final JsonMapper json;

    InstanceViews(Access access, TeamScope scope, InstanceViewStore store, PublishedGraphs graphs, JsonMapper json) {
        this.access = access;
        this.scope = scope;
        this.store = store;
        this.graphs = graphs;
        this.json = json;
    }

    /** The team's instances, newest first; needs the page Monitoring or Editor. */
    public Page<InstanceSummary> list(
            Caller caller, long teamId, @Nullable Long modelId, @Nullable String status, PageRequest page) {
        Member member = access.member(caller, teamId);
        if (!member.may(TeamPage.EDITOR)) {
            member.require(TeamPage.MONITORING);
        }
        return scope.inTeam(
                teamId,
                () -> Page.of(
                        store.list(teamId, modelId, status == null ? null : JsonValues.storable(status), page),
                        page,
                        instance -> List.of(instance.createdAt(), instance.id()),
                        instance -> instance));
    }

    public InstanceView get(Caller caller, long instanceId) {
        return reading(caller, instanceId, () -> view(instanceId));
    }

    /** The diagram of the version the instance runs on. */
    public String diagram(Caller caller, long instanceId) {
        return reading(caller, instanceId, () -> store.diagram(instanceId).orElseThrow(Rejection::notFound));
    }

    private <T> T reading(Caller caller, long instanceId, Supplier<T> read) {
        Member member = access.memberOfTeamOf(caller, () -> store.teamOf(instanceId));
        return scope.inTeam(member.teamId(), () -> {
            boolean allowed = member.may(TeamPage.MONITORING)
                    || member.may(TeamPage.EDITOR)
                    || store.concerns(instanceId, member.userId(), member.roleIds());
            if (!allowed) {
                member.require(TeamPage.MONITORING);
            }
            return read.get();
        });
    }

    private InstanceView view(long instanceId) {
        InstanceSummary summary = store.summary(instanceId).orElseThrow(Rejection::notFound);
        CompiledVersion version = graphs.load(summary.processModelId(), summary.version());
        List<VisitRow> visits = store.visits(instanceId);
        ObjectNode variables = json.createObjectNode();
        store.variables(instanceId).forEach((name, value) -> variables.set(name, json.readTree(value)));
        return new InstanceView(
                summary,
                variables,
                visits.stream().map(VisitRow::view).toList(),
                InstancePath.of(version, visits),
                store.rewards(instanceId),
                store.log(instanceId));
    }
}
