package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drawings as large as they may be, of the shapes that make rules look far. */
class LargeDrawingsTest {

    /** Of the processor's time, however busy the machine; many times the budget, because the code is still cold. */
    private static final long MOST_MILLIS = 5_000;

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static void compilesInTime(String content) {
        byte[] xml = ("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>" + content
                        + "</process></definitions>")
                .getBytes(StandardCharsets.UTF_8);
        long started = CPU.getCurrentThreadCpuTime();
        Compilation compiled = BpmnCompiler.compile(BpmnReader.readDraft(xml), Team.withRoles());
        assertThat(compiled.elements()).isNotEmpty();
        assertThat((CPU.getCurrentThreadCpuTime() - started) / 1_000_000).isLessThan(MOST_MILLIS);
    }

    private static String times(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    private static String node(String kind, String id) {
        return "<" + kind + " id='" + id + "'/>";
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow sourceRef='" + from + "' targetRef='" + to
                + "'><conditionExpression>${x > 1}</conditionExpression></sequenceFlow>";
    }

    @Test
    void manyConditionsInARow() {
        compilesInTime(node("startEvent", "g0")
                + times(1_200, i -> node("exclusiveGateway", "g" + (i + 1)))
                + node("endEvent", "e")
                + times(1_200, i -> flow("g" + i, "g" + (i + 1)) + flow("g" + (i + 1), "e")));
    }

    @Test
    void manyInclusiveBlocksInARow() {
        compilesInTime(node("startEvent", "j0")
                + times(600, i -> node("inclusiveGateway", "o" + i) + node("inclusiveGateway", "j" + (i + 1)))
                + times(
                        600,
                        i -> flow("j" + i, "o" + i) + flow("o" + i, "j" + (i + 1)) + flow("o" + i, "j" + (i + 1))));
    }

    @Test
    void inclusiveSplitsThatNeverMeet() {
        compilesInTime(node("startEvent", "o0")
                + times(1_600, i -> node("inclusiveGateway", "o" + (i + 1)))
                + times(1_600, i -> flow("o" + i, "o" + (i + 1)) + (i % 2 == 0 ? flow("o" + i, "o1600") : "")));
    }

    @Test
    void oneSplitOfThousandsOfBranches() {
        compilesInTime(node("startEvent", "s")
                + node("parallelGateway", "a")
                + node("parallelGateway", "j")
                + flow("s", "a")
                + times(1_600, i -> node("task", "t" + i) + flow("a", "t" + i) + flow("t" + i, "j")));
        compilesInTime(node("startEvent", "s")
                + node("exclusiveGateway", "a")
                + flow("s", "a")
                + times(2_400, i -> node("task", "t" + i) + flow("a", "t" + i)));
    }

    @Test
    void manyTerminateEndsBehindManySplits() {
        compilesInTime(node("startEvent", "a0")
                + times(
                        1_200,
                        i -> node("parallelGateway", "a" + (i + 1)) + "<endEvent id='e" + i
                                + "'><terminateEventDefinition/></endEvent>")
                + times(1_200, i -> flow("a" + i, "a" + (i + 1)) + flow("a" + (i + 1), "e" + i)));
    }

    @Test
    void nestedSubProcesses() {
        compilesInTime("<subProcess>".repeat(190) + node("task", "t") + "</subProcess>".repeat(190));
    }
}
