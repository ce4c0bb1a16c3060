package io.processflow.bpmn.report;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.bpmn.Samples;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Diagrams drawn by others, each with the result it has today; a better one is worth changing it here. */
class SamplesReportTest {

    private static final Map<String, Result> RESULTS = Map.ofEntries(
            entry("credit-scoring-asynchronous.bpmn", Result.WITH_STAND_INS),
            entry("credit-scoring-synchronous.bpmn", Result.WITH_STAND_INS),
            entry("dispatch-of-goods.bpmn", Result.BY_RULES),
            entry("recourse.bpmn", Result.WITH_STAND_INS),
            entry("self-service-restaurant.bpmn", Result.WITH_STAND_INS),
            entry("reference/A.1.0.bpmn", Result.BY_RULES),
            entry("reference/A.2.0.bpmn", Result.BY_RULES),
            entry("reference/A.2.1.bpmn", Result.BY_RULES),
            entry("reference/A.3.0.bpmn", Result.WITH_STAND_INS),
            entry("reference/A.4.0.bpmn", Result.WITH_STAND_INS),
            entry("reference/C.1.0.bpmn", Result.WITH_STAND_INS),
            entry("reference/C.3.0.bpmn", Result.DRAFT_ONLY),
            entry("reference/C.8.0.bpmn", Result.WITH_STAND_INS));

    private static FileResult of(String name) {
        return FileImport.of(name, Samples.read(name));
    }

    @Test
    void eachSampleHasItsResult() {
        Map<String, Result> results = new TreeMap<>();
        RESULTS.keySet().forEach(name -> results.put(name, of(name).result()));
        assertThat(results).isEqualTo(RESULTS);
    }

    @Test
    void allButOneOfThoseThatCanBePublishedAreSound() {
        for (String name : RESULTS.keySet()) {
            if (!RESULTS.get(name).canBePublished()) {
                continue;
            }
            Set<Behaviour> expected =
                    EnumSet.of(name.equals("dispatch-of-goods.bpmn") ? Behaviour.RUNS_TWICE : Behaviour.SOUND);
            assertThat(of(name).processes()).as(name).isNotEmpty().containsOnly(expected);
        }
    }

    @Test
    void filesOfSeveralProcessesTellOfEach() {
        FileResult restaurant = of("self-service-restaurant.bpmn");
        assertThat(restaurant.processCount()).isEqualTo(3);
        assertThat(restaurant.processes())
                .isEqualTo(
                        List.of(EnumSet.of(Behaviour.SOUND), EnumSet.of(Behaviour.SOUND), EnumSet.of(Behaviour.SOUND)));
    }
}
