package io.processflow.bench.contender;

import com.zaxxer.hikari.HikariDataSource;
import io.processflow.bench.measure.Client;
import io.processflow.bench.measure.Cluster;
import io.processflow.bench.measure.Latencies;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineConfiguration;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.task.Task;

/** Operaton, the engine alone: full history, no job executor, no metrics. Its answers carry no tasks, so they are searched. */
public final class Operaton implements Contender, AutoCloseable {

    private static final String SCHEMA = "operaton";
    private static final int IDS_AT_ONCE = 1_000;

    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private final Books books;

    public Operaton(Cluster cluster, String database) throws SQLException {
        try (Connection admin = cluster.connect(database)) {
            Cluster.execute(admin, "create schema " + SCHEMA);
        }
        // Ids are taken on a second connection while the first is held: one to spare, or all may wait for each other.
        this.pool = Raw.pool(cluster, database, "set search_path to " + SCHEMA, true, Product.POOL + 1);
        this.books = new EngineBooks(cluster, database, SCHEMA);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(SCHEMA);
        configuration.setDataSource(pool);
        configuration.setIdBlockSize(IDS_AT_ONCE);
        configuration.setDatabaseSchema(SCHEMA);
        configuration.setDatabaseTablePrefix(SCHEMA + ".");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        this.engine = configuration.buildProcessEngine();
        for (Workload workload : Workload.values()) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addString(workload.name() + ".bpmn", workload.plainXml())
                    .deploy();
        }
    }

    @Override
    public String name() {
        return "Operaton";
    }

    @Override
    public Books books() {
        return books;
    }

    @Override
    public List<? extends Client> clients(Workload workload, int count) {
        return Collections.nCopies(count, latencies -> run(workload, latencies));
    }

    private int run(Workload workload, Latencies latencies) {
        RuntimeService runtime = engine.getRuntimeService();
        TaskService tasks = engine.getTaskService();
        Map<String, Object> inputs = workload.inputs();
        String instance =
                runtime.startProcessInstanceByKey(workload.name(), inputs).getId();
        int left = workload.commands - 1;
        while (left > 0) {
            List<Task> open =
                    tasks.createTaskQuery().processInstanceId(instance).list();
            if (open.isEmpty()) {
                throw new IllegalStateException("expected " + left + " more tasks of " + instance + ", but found none");
            }
            for (Task task : open) {
                long begin = System.nanoTime();
                tasks.complete(task.getId(), workload.answer(task.getTaskDefinitionKey()));
                latencies.add(System.nanoTime() - begin);
                left--;
            }
        }
        return 1;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
