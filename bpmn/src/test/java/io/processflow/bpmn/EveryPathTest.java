package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.GraphBuilder;
import io.processflow.engine.soundness.Soundness;
import io.processflow.engine.soundness.Verdict;
import io.processflow.engine.soundness.Verdict.FlawKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What compiles runs: a robot does every step and gives each answer of each decision at least once. It comes to the end, or
 * the check of the graph has said why not.
 */
class EveryPathTest {

    private static final long SEED = 20_261_122;
    private static final int FEWEST_RUNS = 6;
    private static final int MOST_RUNS = 300;

    private static final CompileContext TEAM =
            Team.withRoles("Clerk", "Boss").offering(7, true).offering(8, false, "endpoint.url");

    static Stream<String> samples() {
        return Samples.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("io.processflow.bpmn.RulesTest#rules")
    void ofEachRule(String rule) {
        Compilation compiled = Diagrams.compile("rules/" + rule + ".bpmn", TEAM);
        if (!compiled.hasErrors()) {
            runs(rule, compiled);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void ofEachSample(String sample) {
        byte[] file = Samples.read(sample);
        List<ProcessDraft> drafts = ProcessDrafts.split(file, BpmnReader.readImport(file), sample);
        assertThat(drafts).isNotEmpty();
        for (ProcessDraft draft : drafts) {
            Drawing drawing = BpmnReader.readDraft(draft.withDefaultRole(1).bytes());
            Compilation compiled = BpmnCompiler.compile(drawing, Team.withRoles("Anybody"));
            if (!compiled.hasErrors()) {
                runs(sample + ", " + draft.name(), compiled);
            }
        }
    }

    @Test
    void allSamplesButOneAreAmongThem() {
        List<String> blocked = new ArrayList<>();
        for (String sample : Samples.NAMES) {
            byte[] file = Samples.read(sample);
            for (ProcessDraft draft : ProcessDrafts.split(file, BpmnReader.readImport(file), sample)) {
                Drawing drawing = BpmnReader.readDraft(draft.withDefaultRole(1).bytes());
                if (BpmnCompiler.compile(drawing, Team.withRoles("Anybody")).hasErrors()) {
                    blocked.add(sample);
                }
            }
        }
        assertThat(blocked).containsExactly("reference/C.3.0.bpmn");
    }

    private static void runs(String name, Compilation compiled) {
        Verdict verdict = Soundness.check(GraphBuilder.build(compiled.elements()), () -> false);
        Robot robot = new Robot(compiled.elements(), SEED);
        int runs = 0;
        while (runs < FEWEST_RUNS || !robot.neverGiven().isEmpty() && runs < MOST_RUNS) {
            agree(name + ", run " + runs, compiled, verdict, robot.run());
            runs++;
        }
        assertThat(robot.neverGiven()).as(name).isEmpty();
    }

    private static void agree(String name, Compilation compiled, Verdict verdict, Robot.Run run) {
        Set<FlawKind> told = EnumSet.noneOf(FlawKind.class);
        verdict.flaws().forEach(flaw -> told.add(flaw.kind()));
        assertThat(run.twoTokensMet() && !told.contains(FlawKind.LACK_OF_SYNCHRONISATION))
                .as("%s: two tokens met, and nobody has told", name)
                .isFalse();
        if (!run.isComplete() && !told.contains(FlawKind.LACK_OF_SYNCHRONISATION)) {
            boolean noBranch =
                    compiled.findings().stream().map(Finding::code).anyMatch(FindingCode.N_NO_DEFAULT.code()::equals);
            assertThat(told.contains(FlawKind.DEADLOCK) || told.contains(FlawKind.LIVELOCK) || noBranch)
                    .as("%s: %s, and nobody has told", name, run.state())
                    .isTrue();
        }
        if (verdict.kind() == Verdict.Kind.SOUND) {
            assertThat(run.twoTokensMet()).as(name).isFalse();
        }
    }
}
