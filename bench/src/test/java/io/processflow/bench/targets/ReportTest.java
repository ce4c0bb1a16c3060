package io.processflow.bench.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Settings SETTINGS = Settings.full();

    @Test
    void aFigureOnTheWrongSideOfItsLimitIsMissed() {
        assertThat(Line.atLeast("P1", "speed", "", 0.49, 0.5).verdict()).isEqualTo("missed");
        assertThat(Line.atLeast("P1", "speed", "", 0.5, 0.5).verdict()).isEqualTo("ok");
        assertThat(Line.atMost("P3", "time", "", 2.01, 2).verdict()).isEqualTo("missed");
    }

    @Test
    void theTableAboveHoldsTheLinesOfAllTargets() {
        String page = Report.updated("", List.of(section("P1", 1), section("P2", 2)), SETTINGS);

        String table = page.substring(0, page.indexOf("## How it is measured"));
        assertThat(table).contains("| P1 | what | 1.0 | 1.00 |", "| P2 | what | 2.0 | 2.00 |");
    }

    @Test
    void whatIsNotMeasuredAgainStays() {
        String before = Report.updated("", List.of(section("P1", 1), section("P2", 2)), SETTINGS);

        String after = Report.updated(before, List.of(section("P2", 3)), SETTINGS);

        assertThat(after)
                .contains("| P1 | what | 1.0 | 1.00 |", "| P2 | what | 3.0 | 3.00 |")
                .doesNotContain("| 2.0 |");
    }

    @Test
    void whatPeopleWroteStays() {
        String before = Report.updated("", List.of(section("P1", 1)), SETTINGS);
        String edited = before.replace("<!-- begin steps -->\n", "<!-- begin steps -->\n| group commit | twice |\n");

        assertThat(Report.updated(edited, List.of(section("P1", 5)), SETTINGS))
                .contains("<!-- begin steps -->\n| group commit | twice |\n", "| P1 | what | 5.0 |");
    }

    @Test
    void writingThePageAgainChangesNothingElse() {
        String page = Report.updated("", List.of(section("P1", 1)), SETTINGS);

        assertThat(Report.updated(page, List.of(section("P1", 1)), SETTINGS)).isEqualTo(page);
    }

    private static Section section(String target, double figure) {
        Line line = Line.atLeast(target, "what", String.valueOf(figure), figure, 1);
        return new Section(target, "Title", List.of(line), "| detail |\n");
    }
}
