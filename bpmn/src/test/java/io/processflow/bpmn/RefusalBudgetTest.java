package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of input that is no model, as large as it may be: one clear error, at its line, and soon. */
class RefusalBudgetTest {

    /** Ten times the budget, of the processor's time: what is slower hangs. */
    private static final long MOST_MILLIS = 2_000;

    private static final int MANY = 2_400;

    /** @param line where the first fault stands; null when it has no place */
    private record Bad(String code, @Nullable Integer line, String xml) {
        @Override
        public String toString() {
            return code + " " + xml.length();
        }
    }

    private static String times(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    /** Its content begins in line 2, its last part stands in line 3. */
    private static String file(String content, String last) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>\n" + content + "\n" + last
                + "</definitions>";
    }

    private static String process(String content) {
        return "<process id='p'>" + content + "</process>";
    }

    private static String steps() {
        return times(MANY, i -> "<task id='t" + i + "' name='" + "n".repeat(500) + "'/>");
    }

    private static String flow(String id, String from, String to) {
        return "<sequenceFlow id='" + id + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
    }

    private static String circle() {
        return times(MANY, i -> "<exclusiveGateway id='g" + i + "'/>" + flow("f" + i, "g" + i, "g" + (i + 1) % MANY));
    }

    private static String lattice() {
        return times(60, i -> "<exclusiveGateway id='g" + i + "'/>")
                + times(60 * 60, i -> flow("f" + i, "g" + i / 60, "g" + i % 60));
    }

    static Stream<Bad> inputs() {
        String five = "x".repeat(Limits.BYTES);
        return Stream.of(
                new Bad("not-well-formed", 1, "no xml at all " + "x".repeat(4_000_000)),
                new Bad("not-well-formed", 3, file(process(steps()), "<process></wrong>")),
                new Bad("not-bpmn", 1, "<html>" + "<p/>".repeat(500_000) + "</html>"),
                new Bad(
                        "no-flow-node",
                        null,
                        file("<process id='p'>" + "<documentation/>".repeat(200_000) + "</process>", "")),
                new Bad(
                        "dangling-reference",
                        3,
                        file(process(steps()), "<process id='q'>" + flow("f", "t0", "nowhere") + "</process>")),
                new Bad(
                        "flow-between-processes",
                        3,
                        file(process(steps()), "<process id='q'><task id='u'/>" + flow("f", "t0", "u") + "</process>")),
                new Bad(
                        "flow-across-border",
                        3,
                        file(
                                "<message id='m'/>",
                                process(steps() + "<subProcess id='s'><task id='i'/></subProcess>"
                                        + flow("f", "t0", "i")))),
                new Bad("duplicate-id", 3, file(process(steps()), "<process id='q'><task id='t7'/></process>")),
                new Bad(
                        "id-too-long",
                        3,
                        file(process(steps()), "<process id='q'><task id='" + "i".repeat(256) + "'/></process>")),
                new Bad(
                        "doctype",
                        1,
                        "<!DOCTYPE d [" + "<!ENTITY a 'b'>".repeat(100_000) + "]>" + file(process(steps()), "")),
                new Bad("not-well-formed", 3, file(process(steps()), "<process name='&a;'/>")),
                new Bad("too-deep", 2, file("<process id='p'>" + "<subProcess>".repeat(300_000), "")),
                new Bad("too-large", null, file(five, "")),
                new Bad("too-large", 2, file(process("<task/>".repeat(400_000)), "")),
                new Bad("gateway-cycle", 2, file(process(circle()), "")),
                new Bad("gateway-cycle", 2, file(process(lattice()), "")));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isRefusedInTime(Bad bad) {
        byte[] xml = bad.xml().getBytes(StandardCharsets.UTF_8);
        BpmnProblem first = catchThrowableOfType(BpmnProblem.class, () -> BpmnReader.readImport(xml));
        assertThat(first).isNotNull();
        assertThat(first.code()).isEqualTo(bad.code());
        assertThat(first.line()).isEqualTo(bad.line());
        assertThat(first.message()).hasSizeBetween(20, 600).doesNotContain("\n");

        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        BpmnProblem again = catchThrowableOfType(BpmnProblem.class, () -> BpmnReader.readImport(xml));
        long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started) / 1_000_000;
        assertThat(again.message()).isEqualTo(first.message());
        assertThat(millis).as("milliseconds").isLessThan(MOST_MILLIS);
    }
}
