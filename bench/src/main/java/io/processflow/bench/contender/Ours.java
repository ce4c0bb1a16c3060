package io.processflow.bench.contender;

import io.processflow.bench.measure.Client;
import io.processflow.bench.measure.Latencies;
import io.processflow.server.platform.Caller;
import io.processflow.server.task.Completion;
import io.processflow.server.task.Starts;
import io.processflow.server.task.Task;
import io.processflow.server.task.Tasks;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The product, called where its HTTP controllers call it. Answers carry the next tasks, so nobody searches. */
public final class Ours implements Contender {

    private final String name;
    private final Site site;
    private final Starts starts;
    private final Tasks tasks;
    private final Books books;

    public Ours(String name, Product product, Site site, Map<Workload, Recording> recordings) {
        this.name = name;
        this.site = site;
        this.starts = product.service(Starts.class);
        this.tasks = product.service(Tasks.class);
        this.books = new ProductBooks(product, recordings);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Books books() {
        return books;
    }

    @Override
    public List<? extends Client> clients(Workload workload, int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Person(workload, site.people().get(i % site.people().size())))
                .toList();
    }

    private final class Person implements Client {

        private final Workload workload;
        private final Caller caller;
        private final long modelId;

        Person(Workload workload, Caller caller) {
            this.workload = workload;
            this.caller = caller;
            this.modelId = site.model(workload);
        }

        @Override
        public int run(Latencies latencies) {
            List<Task> open =
                    starts.start(caller, modelId, workload.ownInputs()).tasks();
            for (int command = 1; command < workload.commands; command++) {
                Task task = open.getFirst();
                long begin = System.nanoTime();
                Completion completion = tasks.complete(caller, task.id(), workload.ownAnswer(task.bpmnId()));
                latencies.add(System.nanoTime() - begin);
                open = completion.tasks();
            }
            return 1;
        }
    }
}
