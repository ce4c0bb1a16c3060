package io.processflow.bench.contender;

import io.processflow.bench.measure.Cluster;
import io.processflow.server.ProcessFlow;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The server as it is shipped, on one database of the cluster; nothing is switched off. */
public final class Product implements AutoCloseable {

    /** Connections of every contender. */
    static final int POOL = 32;

    private final ConfigurableApplicationContext context;
    private final Cluster cluster;
    private final String database;

    private Product(ConfigurableApplicationContext context, Cluster cluster, String database) {
        this.context = context;
        this.cluster = cluster;
        this.database = database;
    }

    public static Product start(Cluster cluster, String database) {
        return start(cluster, database, List.of());
    }

    /** The product with every command in a transaction of its own. */
    public static Product ungrouped(Cluster cluster, String database) {
        return start(cluster, database, List.of("--processflow.commit.largest-group=1"));
    }

    private static Product start(Cluster cluster, String database, List<String> settings) {
        SpringApplication application = new SpringApplication(ProcessFlow.class);
        application.setRegisterShutdownHook(false);
        List<String> arguments = new ArrayList<>(List.of(
                "--processflow.db.url=" + cluster.url(database),
                "--processflow.db.user=" + cluster.user(),
                "--server.port=0",
                "--spring.datasource.hikari.maximum-pool-size=" + POOL,
                "--spring.datasource.hikari.connection-timeout=30000",
                "--spring.main.log-startup-info=false",
                "--logging.level.root=warn"));
        arguments.addAll(settings);
        return new Product(application.run(arguments.toArray(String[]::new)), cluster, database);
    }

    public <T> T service(Class<T> type) {
        return context.getBean(type);
    }

    public Cluster cluster() {
        return cluster;
    }

    public String database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
    }
}
