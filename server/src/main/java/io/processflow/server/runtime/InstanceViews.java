package io.processflow.server.runtime;

import io.processflow.server.model.CompiledVersion;
import io.processflow.server.model.PublishedGraphs;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.runtime.InstanceSearchStore.Looked;
import io.processflow.server.runtime.InstanceView.RewardView;
import io.processflow.server.runtime.InstanceViewStore.VisitRow;
import io.processflow.server.runtime.VariableHistoryStore.Placed;
import io.processflow.server.team.Access;
import io.processflow.server.team.Member;
import io.processflow.server.team.TeamPage;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    private static final int LOOKED_AT = 2_000;

    private final Access access;
    private final TeamScope scope;
    private final InstanceViewStore store;
    private final InstanceSearchStore search;
    private final VariableHistoryStore history;
    private final PublishedGraphs graphs;
    private final JsonMapper json;

    InstanceViews(
            Access access,
            TeamScope scope,
            InstanceViewStore store,
            InstanceSearchStore search,
            VariableHistoryStore history,
            PublishedGraphs graphs,
            JsonMapper json) {
        this.access = access;
        this.scope = scope;
        this.store = store;
        this.search = search;
        this.history = history;
        this.graphs = graphs;
        this.json = json;
    }

    /** The team's instances, newest first; needs the page Monitoring or Editor. */
    public Page<InstanceSummary> list(
            Caller caller,
            long teamId,
            @Nullable Long modelId,
            @Nullable String status,
            VariableFilter variables,
            PageRequest page) {
        Member member = access.member(caller, teamId);
        if (!member.may(TeamPage.EDITOR)) {
            member.require(TeamPage.MONITORING);
        }
        String wanted = status == null ? null : JsonValues.storable(status);
        return scope.inTeam(
                teamId,
                () -> variables.any()
                        ? search(teamId, modelId, wanted, variables, page)
                        : Page.of(
                                store.list(teamId, modelId, wanted, page),
                                page,
                                instance -> List.of(instance.createdAt(), instance.id()),
                                instance -> instance));
    }

    /** Looks at so many instances at most; the cursor goes on behind the last one, also when few or none of them match. */
    private Page<InstanceSummary> search(
            long teamId, @Nullable Long modelId, @Nullable String status, VariableFilter variables, PageRequest page) {
        List<Looked> looked = search.look(teamId, modelId, status, variables, page, LOOKED_AT);
        List<Looked> found =
                looked.stream().filter(Looked::matches).limit(page.limit()).toList();
        Looked last =
                found.size() == page.limit() ? found.getLast() : looked.size() == LOOKED_AT ? looked.getLast() : null;
        return Page.until(
                store.summaries(found.stream().map(Looked::id).toList()),
                last == null ? null : List.of(last.createdAt(), last.id()));
    }

    /** The values a variable had, newest first. */
    public Page<VariableChange> history(Caller caller, long instanceId, String name, PageRequest page) {
        return reading(
                caller,
                instanceId,
                () -> Page.of(
                        history.changes(instanceId, JsonValues.storable(name), page),
                        page,
                        placed -> List.of(placed.number(), placed.place()),
                        Placed::change));
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
                rewards(instanceId),
                store.log(instanceId));
    }

    private List<RewardView> rewards(long instanceId) {
        List<RewardView> unpaid = UnpaidRewards.in(store.rewardEntries(instanceId), store::username);
        return Stream.concat(store.rewards(instanceId).stream(), unpaid.stream())
                .sorted(Comparator.comparing(RewardView::at))
                .toList();
    }
}
