package io.processflow.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.runtime.GroupQueue.Caller;
import io.processflow.server.runtime.GroupQueue.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GroupQueueTest {

    private final GroupQueue queue = new GroupQueue(256, 2);
    private long instance;

    @Test
    void whoFindsNobodyLeadsAtOnce() {
        assertThat(enter(1).leads).isTrue();
    }

    @Test
    void fewCommandsWaitForTheGroupThatIsUnderWay() {
        enter(1);
        queue.take();
        assertThat(callers(GroupQueue.ENOUGH - 1)).noneMatch(caller -> caller.leads);
        assertThat(enter(1).leads).isTrue();
    }

    @Test
    void aGroupBesideALargeOneIsAtLeastAsLarge() {
        int large = 3 * GroupQueue.ENOUGH;
        enter(large);
        queue.take();
        assertThat(callers(large - 1)).noneMatch(caller -> caller.leads);
        assertThat(enter(1).leads).isTrue();
        assertThat(queue.take()).hasSize(large);
    }

    @Test
    void afterALargeGroupASmallOneGoesAtOnce() {
        enter(3 * GroupQueue.ENOUGH);
        List<Waiting> large = queue.take();
        List<Caller> few = callers(1);
        queue.handOver(large, List.of());
        assertThat(few).allMatch(caller -> caller.leads);
    }

    private List<Caller> callers(int count) {
        List<Caller> callers = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> callers.add(enter(1)));
        return callers;
    }

    /** Somebody comes with commands, each for an instance of its own. */
    private Caller enter(int commands) {
        Caller caller = new Caller();
        queue.enter(
                caller,
                LongStream.range(0, commands)
                        .mapToObj(i -> waiting(caller, ++instance))
                        .toList());
        return caller;
    }

    private static Waiting waiting(Caller caller, long instance) {
        return new Waiting(
                caller,
                InstanceCommand.on(instance, at -> {
                    throw new AssertionError("the queue looks at no command");
                }),
                instance);
    }
}
