package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.graph.RewardRule.PointKind;
import io.processflow.engine.reference.ReferenceGame;
import io.processflow.engine.reference.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A model and a run through it, both made from one seed, worked off by the engine and by the reference side by side. After
 * every command both must tell the same, and the log must bear an audit.
 */
final class RandomPair {

    /** What the engine is given before each command: the state it left, or one read back as after a restart. */
    enum Memory {
        KEPT,
        READ_BACK
    }

    private static final int MOST_COMMANDS = 60;
    /** Also after a loop that never waits was stopped: its history is long, and every command reads it. */
    private static final int COMMANDS_AFTER_THE_END = 3;

    ProcessGraph graph;
    private final RandomCommands commands;
    private final Memory memory;
    private final RewardPolicy policy;
    private final Map<UUID, Standing> standings = new HashMap<>();
    private final Map<UUID, Standing> before;
    private final ReferenceGame reference;
    private final LogBook book;
    private final List<List<Event>> log = new ArrayList<>();
    private InstanceState state = InstanceState.notStarted();

    RandomPair(long seed, Memory memory) {
        Random random = RandomGraph.seeded(seed);
        Drawing drawing = model(random);
        this.graph = drawing.graph();
        this.policy = random.nextInt(3) == 0 ? policy(random) : RewardPolicy.OFF;
        this.commands = new RandomCommands(drawing, random, policy.equals(RewardPolicy.OFF));
        this.memory = memory;
        standings.put(RandomCommands.PEOPLE.get(0), Standing.NOTHING_YET);
        standings.put(RandomCommands.PEOPLE.get(1), new Standing(random.nextInt(50), random.nextInt(50), Set.of()));
        standings.put(RandomCommands.PEOPLE.get(2), new Standing(7, 0, Set.of("Packer")));
        this.before = Map.copyOf(standings);
        this.reference = new ReferenceGame(graph, policy, purses());
        this.book = new LogBook(graph);
    }

    private static RewardPolicy policy(Random random) {
        return new RewardPolicy(
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(3),
                random.nextInt(4),
                random.nextBoolean(),
                42);
    }

    /** Loops that never wait are rare, for each of them costs as much as a hundred other models. */
    private static Drawing model(Random random) {
        Drawing drawn;
        do {
            drawn = random.nextInt(3) == 0 ? RandomGraph.drawn(random) : RandomModel.blocks(random);
        } while (RandomGraph.runsByItself(drawn.graph()) && random.nextInt(30) != 0);
        return drawn;
    }

    /** @param bent gives the reference another command than the engine, to see that a difference is noticed */
    void play(Tally tally, UnaryOperator<Command> bent) {
        int afterTheEnd = 0;
        for (int i = 0; i < MOST_COMMANDS && afterTheEnd < COMMANDS_AFTER_THE_END; i++) {
            if (state.status().isFinal() || state.lastVisit() > Engine.MOST_STEPS) {
                afterTheEnd++;
            }
            Command command = commands.next(graph, state);
            Summary expected = reference.play(bent.apply(command));
            agree(command, engine(command), expected);
            book.agreesWith(state);
            pointsAddUp();
            tally.command(command, expected);
        }
        book.nodesOfVisits().forEach(tally::visited);
        paid().forEach(row -> tally.count("reward " + row.rule()));
        tally.count("runs");
    }

    /** Each part on its own, so that a difference is told in few words. */
    private static void agree(Command command, Summary engine, Summary expected) {
        Map<String, Object> is = parts(engine);
        parts(expected).forEach((part, value) -> {
            if (!value.equals(is.get(part))) {
                throw new AssertionError(shortened(part + " after " + command) + ": the engine says "
                        + shortened(is.get(part)) + ", the reference " + shortened(value));
            }
        });
    }

    private static Map<String, Object> parts(Summary summary) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("refusal", String.valueOf(summary.refusal()));
        parts.put("status", summary.status());
        parts.put("open visits", summary.open());
        parts.put("variables", summary.variables());
        parts.put("challenges", summary.challenges());
        parts.put("what was paid", summary.paid());
        parts.put("points", summary.purses());
        return parts;
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() < 600 ? text : text.substring(0, 600) + "...";
    }

    private Summary engine(Command command) {
        InstanceState given = remembered();
        InstanceState copy = given.copy();
        StepResult result = Engine.step(graph, given.withStandings(standings, policy), command);
        same("the state that was given", given, copy);
        return switch (result) {
            case StepResult.Rejected(String code, String detail) -> {
                assertThat(detail).isNotBlank();
                yield summary(code);
            }
            case StepResult.Accepted(List<Event> events, InstanceState after) -> {
                log.add(events);
                book.read(events);
                state = after;
                if (command instanceof Command.Migrate migration) {
                    graph = migration.target();
                    book.goesOnIn(graph);
                }
                same("the log, replayed", InstanceState.replayed(log), state);
                standings.replaceAll((person, had) -> after.standing(person));
                yield summary(null);
            }
        };
    }

    private static void same(String what, InstanceState is, InstanceState expected) {
        if (!is.equals(expected)) {
            throw new AssertionError(what + " is " + shortened(is) + ", but has to be " + shortened(expected));
        }
    }

    private InstanceState remembered() {
        if (memory == Memory.KEPT) {
            return state;
        }
        if (!state.isStarted() || state.status().isFinal() || state.needsLog()) {
            return InstanceState.replayed(log);
        }
        InstanceState rows = InstanceState.restored(
                state.starter(), state.lastVisit(), state.lastCommand(), state.variables(), state.open());
        same("the rows, read back", rows, InstanceState.replayed(log));
        return rows;
    }

    private void pointsAddUp() {
        standings.forEach((person, has) -> {
            Standing had = before.get(person);
            assertThat(has.experience() - had.experience()).isEqualTo(book.experience.getOrDefault(person, 0L));
            assertThat(has.coins() - had.coins()).isEqualTo(book.coins.getOrDefault(person, 0L));
            assertThat(Math.min(has.experience(), has.coins())).isNotNegative();
        });
    }

    private Summary summary(String refusal) {
        List<Summary.Open> open = state.open().stream()
                .map(visit -> new Summary.Open(
                        visit.number(), graph.name(visit.node()), visit.status().label(), visit.branch()))
                .toList();
        Set<String> challenges = new HashSet<>();
        state.challenges()
                .forEach(run -> challenges.add(graph.name(run.node()) + " " + run.visit() + " " + run.since()));
        return new Summary(
                refusal, state.status().label(), open, Map.copyOf(state.variables()), challenges, paid(), purses());
    }

    private List<Summary.Paid> paid() {
        List<Summary.Paid> paid = new ArrayList<>();
        for (List<Event> events : log) {
            for (Event event : events) {
                switch (event) {
                    case Event.PointsGranted(
                            var visit,
                            var rule,
                            var person,
                            PointKind kind,
                            var m,
                            var a,
                            var applied) -> paid.add(new Summary.Paid(visit, rule, person, kind.name(), applied));
                    case Event.BadgeGranted(var visit, var rule, var person, var badge) ->
                        paid.add(new Summary.Paid(visit, rule, person, badge, 0));
                    default -> {}
                }
            }
        }
        return paid;
    }

    private Map<UUID, Summary.Purse> purses() {
        Map<UUID, Summary.Purse> purses = new HashMap<>();
        standings.forEach(
                (person, has) -> purses.put(person, new Summary.Purse(has.experience(), has.coins(), has.badges())));
        return purses;
    }

    /** The events of all commands taken. */
    List<List<Event>> log() {
        return log;
    }
}
