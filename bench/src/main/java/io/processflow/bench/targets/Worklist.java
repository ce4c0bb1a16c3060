package io.processflow.bench.targets;

import io.processflow.bench.contender.Bulk;
import io.processflow.bench.contender.Ours;
import io.processflow.bench.contender.Product;
import io.processflow.bench.contender.Recording;
import io.processflow.bench.contender.Site;
import io.processflow.bench.contender.Workload;
import io.processflow.bench.measure.Cluster;
import io.processflow.bench.measure.Rounds;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.task.TaskFilter;
import io.processflow.server.task.TaskFilter.TaskOrder;
import io.processflow.server.task.Tasks;
import io.processflow.server.team.TeamPage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** P6: what a page of the worklist costs when very many tasks are open, beside the same page when few are. */
final class Worklist {

    private static final int FEW = 1_000;
    private static final int PAGE = 50;
    private static final int ROLES = 10;
    private static final int OWN_ROLES = 3;
    private static final String COMMON = "invoice";
    private static final String RARE = "zeppelin";
    private static final int RARE_TASKS = 3;

    /** Titles of words: one of five, one of four, one of a hundred, a number. A few tasks have a word of their own. */
    private static final String TITLE = """
            case when r.title is null then null when i <= %d then 'Tow the %s ' || i
            else (array['Check', 'Order', 'Send', 'Call', 'Write'])[1 + abs(hashint8(i + 1)) %% 5] || ' '
              || (array['%s', 'parcel', 'customer', 'report'])[1 + abs(hashint8(i + 2)) %% 4]
              || ' of ' || md5((abs(hashint8(i + 3)) %% 100)::text) end""".formatted(RARE_TASKS, RARE, COMMON);

    /** Half of the tasks are due some time within a month. */
    private static final String DUE = """
            case when r.title is not null and i % 2 = 0 then now() + abs(hashint8(i + 4)) % 43200 * interval '1 minute' end""";

    private final Cluster cluster;
    private final Settings settings;

    Worklist(Cluster cluster, Settings settings) {
        this.cluster = cluster;
        this.settings = settings;
    }

    /** One of the two installations: a person with some of the roles that open tasks wait for. */
    private record Office(Tasks tasks, Caller caller, long teamId, long roleId) {

        int page(Kind kind) {
            return tasks.worklist(caller, teamId, kind.filter(roleId), PageRequest.of(PAGE, null))
                    .items()
                    .size();
        }
    }

    /** A way to ask for tasks. */
    private enum Kind {
        DEFAULT("page of 50 in default order", 2, PAGE, false, null),
        BY_ROLE("page of 50 of one role", 2, PAGE, true, null),
        COMMON_WORD("page of 50 by a word in every fourth title", 5, PAGE, false, COMMON),
        RARE_WORD("the 3 tasks with a rare word", 5, RARE_TASKS, false, RARE);

        private final String what;
        private final double limit;
        private final int expected;
        private final boolean byRole;
        private final @Nullable String search;

        Kind(String what, double limit, int expected, boolean byRole, @Nullable String search) {
            this.what = what;
            this.limit = limit;
            this.expected = expected;
            this.byRole = byRole;
            this.search = search;
        }

        TaskFilter filter(long role) {
            return new TaskFilter(null, null, byRole ? role : null, null, null, search, null, null, TaskOrder.DUE);
        }
    }

    Section measure() throws Exception {
        cluster.create("few");
        cluster.create("many");
        try (Product few = Product.start(cluster, "few");
                Product many = Product.start(cluster, "many")) {
            Office small = office(few, FEW);
            Office large = office(many, settings.manyTasks());
            List<Line> lines = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                Line line = compare(kind, small, large);
                Progress.say("%s: %s", line.what(), line.figure());
                lines.add(line);
            }
            return new Section("P6", "Worklist", lines, details());
        } finally {
            cluster.drop("few");
            cluster.drop("many");
        }
    }

    private Office office(Product product, int openTasks) throws SQLException {
        Site site = Site.create(product);
        Caller owner = site.people().getFirst();
        Caller caller = site.people().getLast();
        List<Long> roles = new ArrayList<>();
        try (Connection admin = cluster.connect(product.database())) {
            for (int i = 0; i < ROLES; i++) {
                roles.add(Site.role(product, owner, site.teamId(), "Role " + i, List.of(TeamPage.TASKS)));
            }
            for (long role : roles.subList(0, OWN_ROLES)) {
                Site.join(admin, caller, site.teamId(), role);
            }
            Recording recording = Recording.of(product, site, Workload.W2);
            new Ours("worklist", product, site, Map.of()).books().clear();
            Progress.say("loading %,d open tasks", openTasks);
            new Bulk(recording, recording.states().getFirst(), site.people(), expressions(roles))
                    .load(admin, openTasks, done -> {});
        }
        return new Office(product.service(Tasks.class), caller, site.teamId(), roles.getFirst());
    }

    private static Map<String, String> expressions(List<Long> roles) {
        String all = roles.stream().map(String::valueOf).collect(Collectors.joining(", ", "array[", "]::bigint[]"));
        String role = "case when r.assigned_role_id is null then null when i <= " + RARE_TASKS + " then "
                + roles.getFirst() + " else (" + all + ")[1 + abs(hashint8(i)) % " + ROLES + "] end";
        return Map.of(
                "flow_element_instance.title", TITLE,
                "flow_element_instance.due_at", DUE,
                "flow_element_instance.assigned_role_id", role);
    }

    private Line compare(Kind kind, Office small, Office large) {
        int calls = settings.quick() ? 20 : 300;
        double[] fewNanos = new double[calls];
        double[] manyNanos = new double[calls];
        for (int i = -calls; i < calls; i++) {
            long few = time(kind, small);
            long many = time(kind, large);
            if (i >= 0) {
                fewNanos[i] = few;
                manyNanos[i] = many;
            }
        }
        double few = Rounds.median(fewNanos);
        double many = Rounds.median(manyNanos);
        String figure = String.format(Locale.ROOT, "%.2f ms to %.2f ms", many / 1e6, few / 1e6);
        return Line.atMost("P6", kind.what, figure, many / few, kind.limit);
    }

    private static long time(Kind kind, Office office) {
        long begin = System.nanoTime();
        int found = office.page(kind);
        long nanos = System.nanoTime() - begin;
        if (found != kind.expected) {
            throw new IllegalStateException(
                    "expected " + kind.expected + " tasks for \"" + kind.what + "\", but found " + found);
        }
        return nanos;
    }

    private String details() {
        return String.format(Locale.ROOT, """
                Medians of many calls of `Tasks.worklist`, in turns: %,d open tasks to %,d. Ten roles wait for tasks, the \
                person has three of them; half of the tasks have a due time.
                """, settings.manyTasks(), FEW);
    }
}
