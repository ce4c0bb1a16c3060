package io.processflow.engine.reference;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.RewardPolicy;
import io.processflow.engine.graph.Condition;
import io.processflow.engine.graph.Node;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.graph.RewardRule;
import io.processflow.engine.value.Comparison;
import io.processflow.engine.value.Value;
import io.processflow.engine.value.VariableNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A second reading of the engine's specification that shares no code with it: the token game on a board that changes in
 * place, without events. Slow and plain; what it says after a command is what the engine has to say.
 */
public final class ReferenceGame {

    private static final int MOST_MOVES = 10_000;

    /** A token on the board, or on its way to a node. */
    private static final class Token {
        final @Nullable Node from;
        final Node at;
        final @Nullable UUID actor;
        final int actedInTurn;
        String status = "";
        int input;

        Token(@Nullable Node from, Node at, @Nullable UUID actor, int actedInTurn) {
            this.from = from;
            this.at = at;
            this.actor = actor;
            this.actedInTurn = actedInTurn;
        }

        /** A token that has set out is still where it came from; one that is tried again is there already. */
        Node stands() {
            return status.isEmpty() && from != null ? from : at;
        }
    }

    private static final class Region {
        final int number;
        Instant since;
        final Set<UUID> people = new TreeSet<>();

        Region(int number, Instant since) {
            this.number = number;
            this.since = since;
        }
    }

    private ProcessGraph graph;
    private final RewardPolicy policy;
    private final Ledger ledger;
    private Map<Integer, Integer> timesVisited = new TreeMap<>();
    private final Map<String, Value> variables = new LinkedHashMap<>();
    private final TreeMap<Integer, Token> board = new TreeMap<>();
    private final TreeMap<Integer, Token> answeredOnHold = new TreeMap<>();
    private final Map<Integer, Region> regions = new TreeMap<>();
    private final Deque<Token> moving = new ArrayDeque<>();
    private boolean started;
    private @Nullable String ended;
    private @Nullable Instant heldSince;
    private int visits;
    private int turn;
    private Instant now = Instant.EPOCH;

    public ReferenceGame(ProcessGraph graph, RewardPolicy policy, Map<UUID, Summary.Purse> purses) {
        this.graph = graph;
        this.policy = policy;
        this.ledger = new Ledger(policy, purses);
    }

    /** Plays one command to its end. */
    public Summary play(Command command) {
        String refusal = refusal(command);
        if (refusal == null) {
            turn++;
            now = command.at();
            perform(command);
            moveAll();
            judge();
        }
        return summary(refusal);
    }

    // --- what may be done ------------------------------------------------------------------------------------------

    private @Nullable String refusal(Command command) {
        if (command instanceof Command.Start start) {
            Set<String> declared = Set.copyOf(((Node.StartNode) graph.node(graph.start())).inputs());
            if (started) {
                return "already-started";
            }
            if (!start.inputs().keySet().containsAll(declared)) {
                return "missing-inputs";
            }
            return declared.containsAll(start.inputs().keySet()) ? null : "unknown-inputs";
        }
        if (!started || ended != null) {
            return "instance-ended";
        }
        return switch (command) {
            case Command.Complete complete -> refusal(complete);
            case Command.Fail fail -> isWorkedOn(fail.visit()) ? null : "not-open";
            case Command.Retry retry -> refusal(retry);
            case Command.SetVariables set -> mayBeSet(set.values()) ? null : "variable-not-allowed";
            case Command.Hold ignored -> heldSince != null ? "on-hold" : null;
            case Command.Resume ignored -> heldSince == null ? "not-on-hold" : null;
            case Command.Migrate migrate -> canGoOn(migrate) ? null : "cannot-migrate";
            case Command.Cancel ignored -> null;
            case Command.Start ignored -> null;
        };
    }

    private @Nullable String refusal(Command.Complete complete) {
        if (!isWorkedOn(complete.visit())) {
            return "not-open";
        }
        Token token = board.get(complete.visit());
        boolean byPeople = token.status.equals("Todo");
        if (byPeople && heldSince != null) {
            return "on-hold";
        }
        Set<String> declared = token.at instanceof Node.ActivityNode activity ? activity.outputs() : Set.of();
        boolean allowed = !byPeople || declared.containsAll(complete.outputs().keySet());
        return allowed && mayBeSet(complete.outputs()) ? null : "variable-not-allowed";
    }

    private @Nullable String refusal(Command.Retry retry) {
        Token token = board.get(retry.visit());
        if (token == null || !token.status.equals("Error")) {
            return "not-failed";
        }
        if (token.at instanceof Node.AndJoinNode) {
            return "can-not-retry";
        }
        return mayBeSet(retry.variables()) ? null : "variable-not-allowed";
    }

    private boolean isWorkedOn(int number) {
        Token token = board.get(number);
        return token != null && (token.status.equals("Todo") || token.status.equals("In Progress"));
    }

    private static boolean mayBeSet(Map<String, Value> values) {
        return values.keySet().stream()
                .allMatch(name -> name.matches("\\p{L}[\\p{L}\\p{Nd}_.-]*")
                        && !name.equals("Experience")
                        && !name.equals("Coins")
                        && !name.startsWith("secret."));
    }

    // --- what a command does ---------------------------------------------------------------------------------------

    private void perform(Command command) {
        switch (command) {
            case Command.Start start -> {
                started = true;
                variables.putAll(start.inputs());
                ledger.startedBy(personOf(start.by()));
                moving.add(new Token(null, graph.node(graph.start()), personOf(start.by()), turn));
            }
            case Command.Complete complete -> perform(complete);
            case Command.Fail fail -> board.get(fail.visit()).status = "Error";
            case Command.Retry retry -> {
                variables.putAll(retry.variables());
                Token failed = board.remove(retry.visit());
                moving.add(new Token(null, failed.at, failed.actor, failed.actedInTurn));
            }
            case Command.SetVariables set -> variables.putAll(set.values());
            case Command.Cancel ignored -> {
                board.clear();
                answeredOnHold.clear();
                regions.clear();
                ended = "Cancelled";
            }
            case Command.Hold ignored -> heldSince = now;
            case Command.Resume ignored -> resume();
            case Command.Migrate migrate -> perform(migrate);
        }
    }

    private void perform(Command.Complete complete) {
        Token token = board.remove(complete.visit());
        variables.putAll(complete.outputs());
        UUID person = personOf(complete.by());
        boolean byAPerson = token.status.equals("Todo") && person != null;
        Token after = byAPerson
                ? new Token(token.from, token.at, person, turn)
                : new Token(token.from, token.at, token.actor, token.actedInTurn);
        if (byAPerson) {
            for (int around : regionsAround(token.at)) {
                regions.get(around).people.add(person);
            }
            ledger.worked(person);
        }
        RewardRule reward = token.at instanceof Node.ActivityNode activity
                ? activity.reward()
                : ((Node.InfoNode) token.at).reward();
        reward(occasion(complete.visit(), "activity", token.at), reward, after.actor);
        if (byAPerson) {
            ledger.systemBadges(complete.visit(), person);
        }
        if (heldSince != null) {
            after.status = "Completed";
            answeredOnHold.put(complete.visit(), after);
        } else {
            goOn(after);
        }
    }

    /** Every token and every region that runs has its place there, and no join has both its tokens waiting. */
    private boolean canGoOn(Command.Migrate migrate) {
        Set<Integer> regionsThere = new TreeSet<>();
        Map<Integer, Integer> waits = new TreeMap<>();
        boolean possible = true;
        for (Token token : board.values()) {
            Node there = there(migrate, token.at);
            possible &= there != null && (token.input == 0 || inputThere(migrate, token) != 0);
            if (possible && token.status.equals("Created")) {
                Integer other = waits.put(there.index(), inputThere(migrate, token));
                possible = other == null || other == inputThere(migrate, token);
            }
        }
        for (Token token : answeredOnHold.values()) {
            possible &= there(migrate, token.at) != null;
        }
        for (int region : regions.keySet()) {
            Node there = there(migrate, graph.node(region));
            possible &= there != null && regionsThere.add(there.index());
        }
        return possible;
    }

    /** Where a node goes on; null when there is no such node, or one of another kind. */
    private static @Nullable Node there(Command.Migrate migrate, Node node) {
        Integer index = migrate.mapping().get(node.index());
        if (index == null || index >= migrate.target().size()) {
            return null;
        }
        Node there = migrate.target().node(index);
        boolean alike = there.getClass() == node.getClass()
                && (!(node instanceof Node.ActivityNode activity)
                        || activity.automatic() == ((Node.ActivityNode) there).automatic());
        return alike ? there : null;
    }

    /** The input there that is the element the token came from; 0 when there is none. */
    private static int inputThere(Command.Migrate migrate, Token token) {
        Node.AndJoinNode here = (Node.AndJoinNode) token.at;
        Node.AndJoinNode there = (Node.AndJoinNode) there(migrate, here);
        Integer source = migrate.mapping().get(token.input == 1 ? here.firstInput() : here.secondInput());
        if (source == null) {
            return 0;
        }
        return source == there.firstInput() ? 1 : source == there.secondInput() ? 2 : 0;
    }

    private void perform(Command.Migrate migrate) {
        board.replaceAll((number, token) -> moved(migrate, token));
        answeredOnHold.replaceAll((number, token) -> moved(migrate, token));
        Map<Integer, Region> before = new TreeMap<>(regions);
        regions.clear();
        before.forEach((node, region) -> regions.put(migrate.mapping().get(node), region));
        Map<Integer, Integer> timesThere = new TreeMap<>();
        timesVisited.forEach((node, times) -> {
            if (migrate.mapping().containsKey(node)) {
                timesThere.put(migrate.mapping().get(node), times);
            }
        });
        timesVisited = timesThere;
        graph = migrate.target();
        TreeMap<Integer, Token> all = new TreeMap<>(board);
        all.putAll(answeredOnHold);
        all.values().forEach(token -> enterRegions(token.at));
        closeRegions();
    }

    private static Token moved(Command.Migrate migrate, Token token) {
        Token moved = new Token(null, there(migrate, token.at), token.actor, token.actedInTurn);
        moved.status = token.status;
        moved.input = token.input == 0 ? 0 : inputThere(migrate, token);
        return moved;
    }

    private void resume() {
        for (Region region : regions.values()) {
            region.since = region.since.plus(Duration.between(heldSince, now));
        }
        heldSince = null;
        answeredOnHold.values().forEach(this::goOn);
        answeredOnHold.clear();
    }

    /** A step is done: its token sets out for what follows. */
    private void goOn(Token done) {
        int next = done.at instanceof Node.ActivityNode activity ? activity.next() : ((Node.InfoNode) done.at).next();
        moving.add(new Token(done.at, graph.node(next), done.actor, done.actedInTurn));
    }

    private static @Nullable UUID personOf(Actor actor) {
        return actor instanceof Actor.Person person ? person.id() : null;
    }

    // --- how tokens move -------------------------------------------------------------------------------------------

    private void moveAll() {
        int moves = 0;
        while (!moving.isEmpty()) {
            Token token = moving.remove();
            enterRegions(token.at);
            if (++moves > MOST_MOVES && !(token.at instanceof Node.AndJoinNode)) {
                stand(token, "Error");
            } else {
                arrive(token);
            }
            closeRegions();
        }
    }

    private void arrive(Token token) {
        switch (token.at) {
            case Node.StartNode start -> pass(token, start.next());
            case Node.EndNode ignored -> visits++;
            case Node.ActivityNode activity -> stand(token, activity.automatic() ? "In Progress" : "Todo");
            case Node.InfoNode ignored -> stand(token, "Todo");
            case Node.GatewayNode gateway -> choose(token, gateway);
            case Node.AndSplitNode split -> {
                pass(token, split.first());
                moving.add(new Token(token.at, graph.node(split.second()), token.actor, token.actedInTurn));
            }
            case Node.AndJoinNode join -> meet(token, join);
            case Node.GamificationEventNode event -> {
                pass(token, event.next());
                reward(occasion(visits, "event", event), event.reward(), token.actor);
            }
            case Node.ChallengeNode ignored -> throw new IllegalStateException("a challenge is no token's place");
        }
    }

    private void stand(Token token, String status) {
        token.status = status;
        board.put(++visits, token);
    }

    private void pass(Token token, int next) {
        visits++;
        moving.add(new Token(token.at, graph.node(next), token.actor, token.actedInTurn));
    }

    private void choose(Token token, Node.GatewayNode gateway) {
        Boolean holds = gateway.condition() == null ? Boolean.TRUE : holds(gateway.condition(), token.actor);
        int way = holds == null ? Node.NONE : holds ? gateway.whenTrue() : gateway.whenFalse();
        if (way == Node.NONE) {
            stand(token, "Error");
        } else {
            pass(token, way);
        }
    }

    /** The oldest token that waits on the other input is the partner; without one the token waits. */
    private void meet(Token token, Node.AndJoinNode join) {
        token.input = token.from.index() == join.firstInput() ? 1 : 2;
        for (Map.Entry<Integer, Token> other : board.entrySet()) {
            Token waiting = other.getValue();
            if (waiting.at == join && waiting.status.equals("Created") && waiting.input != token.input) {
                board.remove(other.getKey());
                Token later = isLater(token, waiting) ? token : waiting;
                moving.add(new Token(join, graph.node(join.next()), later.actor, later.actedInTurn));
                return;
            }
        }
        stand(token, "Created");
    }

    private static boolean isLater(Token one, Token other) {
        return one.actor != null && (other.actor == null || one.actedInTurn > other.actedInTurn);
    }

    /** The end, or nothing left that could reach the joins that wait. */
    private void judge() {
        if (ended != null || !answeredOnHold.isEmpty()) {
            return;
        }
        if (board.isEmpty()) {
            ended = "Completed";
        } else if (board.values().stream().allMatch(token -> token.status.equals("Created"))) {
            board.values().forEach(token -> token.status = "Error");
        }
    }

    // --- challenges ------------------------------------------------------------------------------------------------

    /** From the outside in. */
    private List<Integer> regionsAround(Node node) {
        List<Integer> around = new ArrayList<>();
        for (int at = node.challenge(); at != Node.NONE; at = graph.node(at).challenge()) {
            around.addFirst(at);
        }
        return around;
    }

    private void enterRegions(Node node) {
        for (int region : regionsAround(node)) {
            if (!regions.containsKey(region)) {
                regions.put(region, new Region(++visits, clock()));
            }
        }
    }

    private void closeRegions() {
        List<Integer> inOrder = new ArrayList<>(regions.keySet());
        inOrder.sort(Comparator.comparingInt(node -> regions.get(node).number));
        for (int node : inOrder) {
            if (!holdsAToken(node)) {
                close((Node.ChallengeNode) graph.node(node), regions.remove(node));
            }
        }
    }

    private boolean holdsAToken(int region) {
        List<Token> all = new ArrayList<>(board.values());
        all.addAll(answeredOnHold.values());
        all.addAll(moving);
        return all.stream().anyMatch(token -> regionsAround(token.stands()).contains(region));
    }

    private void close(Node.ChallengeNode challenge, Region region) {
        long limit = Math.min(challenge.secondsToComplete(), Integer.MAX_VALUE);
        long took = Duration.between(region.since, clock()).toMillis();
        Ledger.Occasion occasion = occasion(region.number, "challenge", challenge);
        if (took <= limit * 1000) {
            for (UUID person : region.people) {
                reward(occasion, challenge.reward(), person);
                if (took * 2 <= limit * 1000) {
                    ledger.speedBadge(region.number, person);
                }
            }
        }
    }

    /** Deadlines stand still while the instance is on hold. */
    private Instant clock() {
        return heldSince == null ? now : heldSince;
    }

    // --- values and rewards ----------------------------------------------------------------------------------------

    private Function<String, Value> names(@Nullable UUID actor) {
        return name -> VariableNames.isPoints(name)
                ? Value.Number.of(ledger.points(actor, name))
                : variables.getOrDefault(name, Value.UNSET);
    }

    /** Null when the two can not be compared. */
    private @Nullable Boolean holds(Condition condition, @Nullable UUID actor) {
        Comparison.Outcome outcome = condition
                .comparison()
                .compare(
                        condition.left().evaluate(names(actor)),
                        condition.right().evaluate(names(actor)));
        return outcome instanceof Comparison.Outcome.Decided decided ? decided.holds() : null;
    }

    /** With loop damping the second visit of a node in a loop pays half, the third a third. */
    private Ledger.Occasion occasion(int visit, String rule, Node node) {
        boolean damped = policy.loopDamping() && graph.paysInLoop(node.index());
        int times = damped ? timesVisited.merge(node.index(), 1, Integer::sum) : 1;
        return new Ledger.Occasion(visit, rule, times);
    }

    private void reward(Ledger.Occasion occasion, @Nullable RewardRule rule, @Nullable UUID person) {
        if (rule == null || person == null) {
            return;
        }
        if (rule.condition() == null || Boolean.TRUE.equals(holds(rule.condition(), person))) {
            ledger.give(occasion, rule.prize(), person, names(person));
        }
    }

    // --- what is to be seen ----------------------------------------------------------------------------------------

    private Summary summary(@Nullable String refusal) {
        List<Summary.Open> open = new ArrayList<>();
        board.forEach((number, token) ->
                open.add(new Summary.Open(number, graph.name(token.at.index()), token.status, token.input)));
        Set<String> running = new TreeSet<>();
        regions.forEach((node, region) -> running.add(graph.name(node) + " " + region.number + " " + region.since));
        return new Summary(refusal, status(), open, Map.copyOf(variables), running, ledger.paid(), ledger.purses());
    }

    private String status() {
        if (ended != null) {
            return ended;
        }
        if (heldSince != null) {
            return "On Hold";
        }
        boolean failed = board.values().stream().anyMatch(token -> token.status.equals("Error"));
        return failed ? "Error" : "Running";
    }
}
