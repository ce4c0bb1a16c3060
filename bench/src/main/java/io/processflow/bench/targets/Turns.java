package io.processflow.bench.targets;

import io.processflow.bench.contender.Contender;
import io.processflow.bench.contender.Workload;
import io.processflow.bench.measure.Client;
import io.processflow.bench.measure.Cluster;
import io.processflow.bench.measure.Measurement;
import io.processflow.bench.measure.Turn;
import java.time.Duration;
import java.util.List;

/** Turns whose rows were checked; a turn that does not stand the check is an error and never a figure. */
final class Turns {

    private Turns() {}

    static Measurement checked(
            Cluster cluster, String database, Contender contender, Workload workload, int clients, Duration length)
            throws Exception {
        contender.books().open();
        List<? extends Client> working = contender.clients(workload, clients);
        Measurement measurement;
        try {
            measurement = new Turn(cluster, database).run(working, length);
        } finally {
            for (Client client : working) {
                client.close();
            }
        }
        contender.books().check(workload, measurement.instances());
        return measurement;
    }
}
