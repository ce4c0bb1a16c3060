package io.processflow.bench.targets;

import io.processflow.bench.contender.Bulk;
import io.processflow.bench.contender.Ours;
import io.processflow.bench.contender.Product;
import io.processflow.bench.contender.Recording;
import io.processflow.bench.contender.Site;
import io.processflow.bench.contender.Workload;
import io.processflow.bench.measure.Cluster;
import io.processflow.bench.measure.Measurement;
import io.processflow.bench.measure.Rounds;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * P5: whether many completed instances in the tables cost throughput. Right after loading, every page that is touched goes
 * to the log whole; so the loaded database works until the log for an instance is steady, and only then it is measured.
 */
final class Growth {

    private static final String EMPTY = "empty";
    private static final String LOADED = "loaded";
    private static final int CLIENTS = 8;
    private static final int LONGEST_SETTLING = 24;
    private static final double STEADY = 0.1;

    private final Cluster cluster;
    private final Settings settings;
    private final Rounds<String> rounds = new Rounds<>();
    private final List<Double> settling = new ArrayList<>();
    private Site site = new Site(0, 0, List.of(), Map.of());
    private Map<Workload, Recording> recordings = Map.of();

    Growth(Cluster cluster, Settings settings) {
        this.cluster = cluster;
        this.settings = settings;
    }

    Section measure() throws Exception {
        load();
        cluster.create(EMPTY);
        try (Product empty = Product.start(cluster, EMPTY);
                Product loaded = Product.start(cluster, LOADED)) {
            Site emptySite = Site.create(empty);
            Ours onEmpty = new Ours(EMPTY, empty, emptySite, Recording.all(empty, emptySite));
            Ours onLoaded = new Ours(LOADED, loaded, site, recordings);
            onEmpty.books().clear();
            turn(onEmpty, empty, settings.warmUp());
            boolean steady = settle(onLoaded, loaded);
            for (int round = 1; round <= settings.rounds(); round++) {
                onEmpty.books().clear();
                rounds.add(EMPTY, turn(onEmpty, empty, settings.round()));
                rounds.add(LOADED, turn(onLoaded, loaded, settings.round()));
            }
            return section(steady);
        } finally {
            cluster.drop(EMPTY);
            cluster.drop(LOADED);
        }
    }

    /** With a server of its own: the one that is measured then starts on the full tables, as after a restart. */
    private void load() throws SQLException {
        cluster.create(LOADED);
        try (Product product = Product.start(cluster, LOADED);
                Connection admin = cluster.connect(LOADED)) {
            site = Site.create(product);
            recordings = Recording.all(product, site);
            new Ours(LOADED, product, site, recordings).books().clear();
            Recording recording = recordings.get(Workload.W2);
            if (recording == null) {
                throw new IllegalStateException("expected a recording of " + Workload.W2);
            }
            Progress.say("loading %,d completed instances", settings.manyInstances());
            new Bulk(recording, recording.last(), site.people(), Map.of())
                    .load(admin, settings.manyInstances(), done -> Progress.say("loaded %,d", done));
        }
    }

    private Measurement turn(Ours contender, Product product, Duration length) throws Exception {
        Measurement measurement = Turns.checked(cluster, product.database(), contender, Workload.W2, CLIENTS, length);
        Progress.say("W2 @%d %-8s %s", CLIENTS, contender.name(), measurement);
        return measurement;
    }

    /** Steady are three turns whose log for an instance differs by no more than a tenth. */
    private boolean settle(Ours contender, Product product) throws Exception {
        while (settling.size() < LONGEST_SETTLING) {
            settling.add(turn(contender, product, settings.round()).walPerInstance());
            List<Double> last = settling.subList(Math.max(0, settling.size() - 3), settling.size());
            if (last.size() == 3 && Collections.max(last) <= (1 + STEADY) * Collections.min(last)) {
                return true;
            }
        }
        return false;
    }

    private Section section(boolean steady) {
        String what = String.format(
                Locale.ROOT, "W2 @%d with %,d completed to empty tables", CLIENTS, settings.manyInstances());
        String figure = String.format(
                Locale.ROOT,
                "%,.0f/s to %,.0f/s%s",
                rounds.median(LOADED, Measurement::perSecond),
                rounds.median(EMPTY, Measurement::perSecond),
                steady ? "" : ", log not steady");
        Line line = Line.atLeast("P5", what, figure, rounds.ratio(LOADED, EMPTY, Measurement::perSecond), 0.9);
        StringBuilder details = new StringBuilder(Measured.HEAD);
        for (String database : List.of(EMPTY, LOADED)) {
            details.append(Measured.row(database, figureOf -> rounds.median(database, figureOf)));
        }
        details.append("\nWAL bytes for one instance while the loaded database settled: ");
        details.append(String.join(
                ", ",
                settling.stream()
                        .map(wal -> String.format(Locale.ROOT, "%,.0f", wal))
                        .toList()));
        details.append(".\n");
        return new Section("P5", "Growth", List.of(line), details.toString());
    }
}
