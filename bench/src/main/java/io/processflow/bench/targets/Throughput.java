package io.processflow.bench.targets;

import io.processflow.bench.contender.Contender;
import io.processflow.bench.contender.Flowable;
import io.processflow.bench.contender.Operaton;
import io.processflow.bench.contender.Ours;
import io.processflow.bench.contender.Product;
import io.processflow.bench.contender.Raw;
import io.processflow.bench.contender.Recording;
import io.processflow.bench.contender.Site;
import io.processflow.bench.contender.Workload;
import io.processflow.bench.measure.Cluster;
import io.processflow.bench.measure.Measurement;
import io.processflow.bench.measure.Rounds;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** P1 to P4: instances per second beside the other engines and the raw writers, in rounds that alternate. */
final class Throughput implements AutoCloseable {

    private static final String DATABASE = "throughput";
    private static final String OURS = "ours";
    private static final String UNGROUPED = "ours, groups of one";
    private static final String OPERATON = "Operaton";
    private static final String FLOWABLE = "Flowable";
    private static final String RAW_TX = "raw-tx";
    private static final String RAW_BATCH = "raw-batch";
    private static final List<String> ENGINES = List.of(OPERATON, FLOWABLE);
    private static final List<Workload> WITH_PEOPLE = List.of(Workload.W2, Workload.W3);
    private static final int IN_FLIGHT = 50;

    private final Cluster cluster;
    private final Settings settings;
    private final Map<String, Contender> contenders = new LinkedHashMap<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Rounds<Cell> rounds = new Rounds<>();

    /** One contender at one workload with some clients. */
    record Cell(Workload workload, int clients, String contender) {}

    Throughput(Cluster cluster, Settings settings) {
        this.cluster = cluster;
        this.settings = settings;
    }

    List<Section> measure(Set<String> targets) throws Exception {
        Set<Cell> cells = cells(targets);
        start(cells.stream().map(Cell::contender).collect(Collectors.toSet()));
        warmUp(cells);
        for (int round = 1; round <= settings.rounds(); round++) {
            Progress.say("round %d of %d", round, settings.rounds());
            for (Cell cell : cells) {
                rounds.add(cell, turn(cell, settings.round()));
            }
        }
        List<Section> sections = new ArrayList<>();
        for (String target : targets) {
            sections.add(section(target));
        }
        return sections;
    }

    private Set<Cell> cells(Set<String> targets) {
        Set<Cell> cells = new LinkedHashSet<>();
        if (targets.contains("P4")) {
            add(cells, List.of(Workload.W1), 32, OURS, OPERATON, FLOWABLE);
            add(cells, List.of(Workload.W1), 1, RAW_BATCH);
        }
        if (targets.contains("P1")) {
            add(cells, WITH_PEOPLE, 32, OURS, OPERATON, FLOWABLE);
            add(cells, WITH_PEOPLE, 1, RAW_BATCH);
        }
        if (targets.contains("P2")) {
            add(cells, WITH_PEOPLE, 8, OURS, UNGROUPED, OPERATON, FLOWABLE);
        }
        if (targets.contains("P3")) {
            add(cells, WITH_PEOPLE, 1, OURS, RAW_TX);
        }
        if (settings.grid()) {
            for (int clients : List.of(1, 8, 32)) {
                add(cells, List.of(Workload.values()), clients, OURS, UNGROUPED, OPERATON, FLOWABLE, RAW_TX, RAW_BATCH);
            }
        }
        return cells;
    }

    private static void add(Set<Cell> cells, List<Workload> workloads, int clients, String... contenders) {
        for (Workload workload : workloads) {
            for (String contender : contenders) {
                cells.add(new Cell(workload, clients, contender));
            }
        }
    }

    private void start(Set<String> names) throws SQLException {
        Progress.say("starting %s", String.join(", ", names));
        cluster.create(DATABASE);
        Product product = opened(Product.start(cluster, DATABASE));
        Site site = Site.create(product);
        Map<Workload, Recording> recordings = Recording.all(product, site);
        for (String name : names) {
            Contender contender = switch (name) {
                case OURS -> new Ours(OURS, product, site, recordings);
                case UNGROUPED -> new Ours(UNGROUPED, opened(Product.ungrouped(cluster, DATABASE)), site, recordings);
                case OPERATON -> opened(new Operaton(cluster, DATABASE));
                case FLOWABLE -> opened(new Flowable(cluster, DATABASE));
                case RAW_TX -> opened(new Raw(RAW_TX, 1, product, site, recordings));
                case RAW_BATCH -> opened(new Raw(RAW_BATCH, IN_FLIGHT, product, site, recordings));
                default -> throw new IllegalArgumentException(name);
            };
            contenders.put(name, contender);
            contender.books().clear();
        }
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    private void warmUp(Set<Cell> cells) throws Exception {
        Progress.say("warming up");
        Set<Cell> warm = new HashSet<>();
        for (Cell cell : cells) {
            Cell same = new Cell(cell.workload(), cell.contender().equals(RAW_BATCH) ? 1 : 8, cell.contender());
            if (warm.add(same)) {
                turn(same, settings.warmUp());
            }
        }
    }

    private Measurement turn(Cell cell, Duration length) throws Exception {
        Contender contender = Objects.requireNonNull(contenders.get(cell.contender()));
        // What others left dirty is written now, and the next checkpoint by time is far away.
        cluster.checkpoint();
        Measurement measurement = Turns.checked(cluster, DATABASE, contender, cell.workload(), cell.clients(), length);
        contender.books().clear();
        Progress.say("%s @%-2d %-20s %s", cell.workload(), cell.clients(), cell.contender(), measurement);
        return measurement;
    }

    private Section section(String target) {
        return switch (target) {
            case "P1" ->
                new Section(target, "32 clients", atManyClients(target, WITH_PEOPLE, 15), table(WITH_PEOPLE, 32));
            case "P2" -> new Section(target, "8 clients", atSomeClients(), table(WITH_PEOPLE, 8));
            case "P3" -> new Section(target, "The lonely caller", atOneClient(), table(WITH_PEOPLE, 1));
            case "P4" ->
                new Section(
                        target,
                        "Without waiting",
                        atManyClients(target, List.of(Workload.W1), 4),
                        table(List.of(Workload.W1), 32));
            default -> throw new IllegalArgumentException(target);
        };
    }

    private List<Line> atManyClients(String target, List<Workload> workloads, double timesEngines) {
        List<Line> lines = new ArrayList<>();
        for (Workload workload : workloads) {
            Cell ours = new Cell(workload, 32, OURS);
            Cell ceiling = new Cell(workload, 1, RAW_BATCH);
            lines.add(Line.atLeast(
                    target,
                    workload + " @32 to raw-batch @1",
                    speeds(ours, ceiling),
                    rounds.ratio(ours, ceiling, Measurement::perSecond),
                    0.5));
            lines.add(toEngines(target, workload, 32, timesEngines));
        }
        return lines;
    }

    private List<Line> atSomeClients() {
        List<Line> lines = new ArrayList<>();
        for (Workload workload : WITH_PEOPLE) {
            Cell ours = new Cell(workload, 8, OURS);
            Cell ungrouped = new Cell(workload, 8, UNGROUPED);
            lines.add(Line.atLeast(
                    "P2",
                    workload + " @8 to groups of one",
                    speeds(ours, ungrouped),
                    rounds.ratio(ours, ungrouped, Measurement::perSecond),
                    1.5));
            lines.add(toEngines("P2", workload, 8, 6));
        }
        return lines;
    }

    private List<Line> atOneClient() {
        List<Line> lines = new ArrayList<>();
        for (Workload workload : WITH_PEOPLE) {
            Cell ours = new Cell(workload, 1, OURS);
            Cell raw = new Cell(workload, 1, RAW_TX);
            lines.add(Line.atLeast(
                    "P3",
                    workload + " @1 to raw-tx",
                    speeds(ours, raw),
                    rounds.ratio(ours, raw, Measurement::perSecond),
                    0.8));
            lines.add(Line.atMost(
                    "P3",
                    workload + " @1 p99 of a completion to raw-tx's",
                    String.format(
                            Locale.ROOT,
                            "%.2f ms to %.2f ms",
                            rounds.median(ours, Measurement::p99) / 1e6,
                            rounds.median(raw, Measurement::p99) / 1e6),
                    rounds.ratio(ours, raw, Measurement::p99),
                    2));
        }
        return lines;
    }

    private Line toEngines(String target, Workload workload, int clients, double limit) {
        Cell ours = new Cell(workload, clients, OURS);
        List<Cell> engines = ENGINES.stream()
                .map(engine -> new Cell(workload, clients, engine))
                .toList();
        Cell better = rounds.median(engines.getFirst(), Measurement::perSecond)
                        >= rounds.median(engines.getLast(), Measurement::perSecond)
                ? engines.getFirst()
                : engines.getLast();
        return Line.atLeast(
                target,
                workload + " @" + clients + " to the better of Operaton and Flowable",
                speeds(ours, better),
                rounds.ratioToBest(ours, engines, Measurement::perSecond),
                limit);
    }

    private String speeds(Cell ours, Cell other) {
        return String.format(
                Locale.ROOT,
                "%,.0f/s to %,.0f/s",
                rounds.median(ours, Measurement::perSecond),
                rounds.median(other, Measurement::perSecond));
    }

    /** Every measured cell of the workloads with so many clients; raw-batch keeps 50 in flight with one. */
    private String table(List<Workload> workloads, int clients) {
        StringBuilder table = new StringBuilder(Measured.HEAD);
        for (Cell cell : rounds.measured()) {
            boolean ceiling =
                    clients == 32 && cell.clients() == 1 && cell.contender().equals(RAW_BATCH);
            if (workloads.contains(cell.workload()) && (cell.clients() == clients || ceiling)) {
                table.append(Measured.row(
                        cell.workload() + " @" + cell.clients() + " " + cell.contender(),
                        figure -> rounds.median(cell, figure)));
            }
        }
        return table.toString();
    }

    @Override
    public void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
        cluster.drop(DATABASE);
    }
}
