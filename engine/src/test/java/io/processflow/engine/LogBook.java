package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.value.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reads the events of an instance as an auditor would, without the engine's own way of applying them, and insists on what
 * holds for every instance: numbers without gaps, each token used once, each reward given once, nothing after the end.
 */
final class LogBook {

    private record Reward(int visit, String rule, UUID person) {}

    private ProcessGraph graph;
    private final TreeMap<Integer, VisitStatus> rows = new TreeMap<>();
    private final Map<Integer, Node> nodes = new HashMap<>();
    private final Map<Integer, Integer> used = new HashMap<>();
    private final Set<Integer> givenUp = new HashSet<>();
    private final Map<String, Value> variables = new LinkedHashMap<>();
    private final Set<Reward> rewards = new HashSet<>();
    final Map<UUID, Long> experience = new HashMap<>();
    final Map<UUID, Long> coins = new HashMap<>();
    private boolean ended;

    LogBook(ProcessGraph graph) {
        this.graph = graph;
    }

    void read(List<Event> events) {
        for (Event event : events) {
            assertThat(ended).as("the instance had ended before %s", event).isFalse();
            read(event);
        }
    }

    private void read(Event event) {
        switch (event) {
            case Event.VisitPassed passed -> {
                opened(passed.visit(), passed.node(), VisitStatus.COMPLETED);
                uses(passed.previous());
            }
            case Event.VisitOpened opened -> {
                opened(opened.visit(), opened.node(), opened.status());
                uses(opened.previous());
            }
            case Event.VisitOpenedFailed failed -> {
                opened(failed.visit(), failed.node(), VisitStatus.ERROR);
                uses(failed.previous());
            }
            case Event.ChallengeBegun begun -> opened(begun.visit(), begun.node(), VisitStatus.IN_PROGRESS);
            case Event.ChallengeEnded done -> becomes(done.visit(), VisitStatus.COMPLETED);
            case Event.JoinFired fired -> {
                becomes(fired.visit(), VisitStatus.COMPLETED);
                uses(List.of(fired.from()));
            }
            case Event.VisitCompleted completed -> becomes(completed.visit(), VisitStatus.COMPLETED);
            case Event.VisitFailed failed -> becomes(failed.visit(), VisitStatus.ERROR);
            case Event.VisitCancelled cancelled -> becomes(cancelled.visit(), VisitStatus.CANCELLED);
            case Event.VisitRetried retried -> givenUp.add(retried.visit());
            case Event.VariablesWritten written -> variables.putAll(written.values());
            case Event.PointsGranted points -> {
                once(points.visit(), points.rule(), points.person());
                boolean inCoins = points.kind().name().equals("Coins");
                (inCoins ? coins : experience).merge(points.person(), points.applied(), Long::sum);
            }
            case Event.BadgeGranted badge -> once(badge.visit(), badge.rule(), badge.person());
            case Event.InstanceCompleted ignored -> ended = true;
            case Event.InstanceCancelled ignored -> ended = true;
            default -> {}
        }
    }

    private void opened(int visit, int node, VisitStatus status) {
        assertThat(visit).as("numbers have no gaps").isEqualTo(rows.isEmpty() ? 1 : rows.lastKey() + 1);
        rows.put(visit, status);
        nodes.put(visit, graph.node(node));
    }

    private void becomes(int visit, VisitStatus next) {
        VisitStatus before = rows.get(visit);
        assertThat(before.mayBecome(next))
                .as("visit %s moves from %s to %s", visit, before, next)
                .isTrue();
        rows.put(visit, next);
    }

    /** A visit sends out as many tokens as its node has ways to go at once, and each arrives once. */
    private void uses(List<Integer> previous) {
        for (int visit : previous) {
            int most = nodes.get(visit) instanceof Node.AndSplitNode ? 2 : 1;
            assertThat(used.merge(visit, 1, Integer::sum))
                    .as("tokens that come from visit %s", visit)
                    .isLessThanOrEqualTo(most);
            assertThat(rows.get(visit) == VisitStatus.COMPLETED || givenUp.contains(visit))
                    .as("visit %s is over when its token moves on", visit)
                    .isTrue();
        }
    }

    private void once(int visit, String rule, UUID person) {
        assertThat(rewards.add(new Reward(visit, rule, person)))
                .as("visit %s pays %s for %s once", visit, person, rule)
                .isTrue();
    }

    /** The state after the events read so far is the one the log tells. */
    void agreesWith(InstanceState state) {
        assertThat(state.variables()).as("the last write of each name").isEqualTo(variables);
        assertThat(state.lastVisit()).isEqualTo(rows.isEmpty() ? 0 : rows.lastKey());
        Map<Integer, VisitStatus> open = new TreeMap<>();
        state.open().forEach(visit -> open.put(visit.number(), visit.status()));
        state.challenges().forEach(run -> open.put(run.visit(), VisitStatus.IN_PROGRESS));
        Map<Integer, VisitStatus> expected = new TreeMap<>(rows);
        expected.values().removeIf(status -> !status.isOpen());
        expected.keySet().removeAll(givenUp);
        assertThat(open).as("what is open").isEqualTo(expected);
        assertThat(state.status().isFinal()).isEqualTo(ended);
        if (ended) {
            assertThat(open).as("what is open after the end").isEmpty();
            assertThat(state.held()).isEmpty();
        } else if (state.isStarted()) {
            boolean waits = state.open().stream().anyMatch(visit -> visit.status() != VisitStatus.CREATED);
            assertThat(waits || !state.held().isEmpty())
                    .as("something waits for the outside world, or for somebody to mend it: %s", state)
                    .isTrue();
        }
    }

    /** The instance was migrated: from here on nodes are those of this graph. */
    void goesOnIn(ProcessGraph target) {
        graph = target;
    }

    Collection<Node> nodesOfVisits() {
        return nodes.values();
    }
}
