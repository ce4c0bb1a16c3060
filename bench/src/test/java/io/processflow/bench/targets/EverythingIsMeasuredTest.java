package io.processflow.bench.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The benchmarks themselves, in their shortest form: every contender runs and every turn stands the check of its rows. */
@Tag("nightly")
class EverythingIsMeasuredTest {

    @Test
    void everyTargetWithADatabaseComesToFigures() throws Exception {
        Set<String> targets = new TreeSet<>(Targets.all().keySet());
        targets.remove("P7");

        List<Section> sections = Targets.measure(targets, Settings.quickly());

        assertThat(sections).extracting(Section::target).containsExactlyElementsOf(targets);
        assertThat(sections)
                .flatExtracting(Section::lines)
                .allSatisfy(line -> assertThat(line.ratio()).isPositive().isFinite());
    }
}
