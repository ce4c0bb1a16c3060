package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VisitStatusTest {

    @ParameterizedTest
    @EnumSource(VisitStatus.class)
    void everyStatusHasARowInTheLifecycle(VisitStatus status) {
        assertThat(VisitStatus.MOVES).containsKey(status);
        assertThat(VisitStatus.MOVES.get(status).isEmpty()).isNotEqualTo(status.isOpen());
    }

    @ParameterizedTest
    @EnumSource(VisitStatus.class)
    void aVisitMovesOnlyAlongTheLifecycle(VisitStatus from) {
        Visit visit = new Visit(1, 0, from, List.of(), 0, null);
        for (VisitStatus to : VisitStatus.values()) {
            if (from.mayBecome(to)) {
                assertThat(visit.as(to).status()).isEqualTo(to);
            } else {
                assertThatIllegalStateException().isThrownBy(() -> visit.as(to)).withMessageContaining("visit 1");
            }
        }
    }

    @Test
    void everyMoveIsMadeBySomeCommand() {
        Drawing work = Drawing.process().start().manual("work").end("end").flow("start", "work", "end");
        Drawing call = Drawing.process().start().automatic("call").end("end").flow("start", "call", "end");
        Drawing join = Drawing.process()
                .start()
                .split("split")
                .manual("a")
                .join("join")
                .end("end")
                .flow("start", "split", "a", "join", "end")
                .flow("split", "join");

        assertThat(Run.started(work).complete("work").open()).isEmpty();
        assertThat(Run.started(work).fail("work", "x").open()).containsExactly("work Error");
        assertThat(Run.started(work).cancel().open()).isEmpty();
        assertThat(Run.started(call).answer("call").open()).isEmpty();
        assertThat(Run.started(call).fail("call", "x").open()).containsExactly("call Error");
        assertThat(Run.started(call).cancel().open()).isEmpty();
        assertThat(Run.started(call).fail("call", "x").cancel().open()).isEmpty();
        assertThat(Run.started(join).open()).containsExactly("a Todo", "join Created");
        assertThat(Run.started(join).complete("a").open()).isEmpty();
        assertThat(Run.started(join).cancel().open()).isEmpty();
        assertThat(VisitStatus.MOVES.get(VisitStatus.ERROR)).isEqualTo(Set.of(VisitStatus.CANCELLED));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, COMPLETED, true",
        "CREATED, ERROR, true",
        "CREATED, CANCELLED, true",
        "CREATED, TODO, false",
        "CREATED, IN_PROGRESS, false",
        "TODO, COMPLETED, true",
        "TODO, ERROR, true",
        "TODO, CANCELLED, true",
        "TODO, CREATED, false",
        "TODO, IN_PROGRESS, false",
        "IN_PROGRESS, COMPLETED, true",
        "IN_PROGRESS, ERROR, true",
        "IN_PROGRESS, CANCELLED, true",
        "IN_PROGRESS, TODO, false",
        "ERROR, CANCELLED, true",
        "ERROR, COMPLETED, false",
        "ERROR, TODO, false",
        "COMPLETED, CANCELLED, false",
        "COMPLETED, ERROR, false",
        "CANCELLED, COMPLETED, false",
        "CANCELLED, TODO, false"
    })
    void theLifecycleIsAsItIsWritten(VisitStatus from, VisitStatus to, boolean allowed) {
        assertThat(from.mayBecome(to)).isEqualTo(allowed);
    }

    @Test
    void statusesAreSpelledAsTheDatabaseDoes() {
        assertThat(VisitStatus.values())
                .extracting(VisitStatus::label)
                .containsExactly("Created", "Todo", "In Progress", "Completed", "Error", "Cancelled");
        assertThat(InstanceStatus.values())
                .extracting(InstanceStatus::label)
                .containsExactly("Running", "On Hold", "Error", "Completed", "Cancelled");
    }
}
