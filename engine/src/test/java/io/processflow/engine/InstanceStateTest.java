package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstanceStateTest {

    private static Drawing work() {
        return Drawing.process()
                .start()
                .manual("work")
                .manual("more")
                .end("end")
                .flow("start", "work", "more", "end");
    }

    @Test
    void statesAreEqualWhenEverythingStoredIs() {
        InstanceState one = Run.started(work()).state();

        assertThat(one)
                .isEqualTo(Run.started(work()).state())
                .hasSameHashCodeAs(Run.started(work()).state());
        assertThat(one).isNotEqualTo(Run.started(work()).complete("work").state());
        assertThat(one).isNotEqualTo(Run.of(work()).as(Run.MILAN).start().state());
        assertThat(one).isNotEqualTo(InstanceState.notStarted());
    }

    @Test
    void aStateTellsWhatItHolds() {
        assertThat(Run.started(work()).setVariables("note", "urgent").state())
                .asString()
                .contains("urgent", "TODO");
    }

    @Test
    void whatPeopleHaveEarnedIsNoPartOfIt() {
        InstanceState state = Run.started(work()).state();

        assertThat(state.withStandings(Map.of(Run.ANA, new Standing(5, 5, Set.of()))))
                .isEqualTo(state);
    }

    @Test
    void standingsReplaceThoseOfTheCommandBefore() {
        InstanceState state =
                Run.started(work()).state().withStandings(Map.of(Run.ANA, new Standing(5, 5, Set.of("Packer"))));

        assertThat(state.withStandings(Map.of()).standing(Run.ANA)).isEqualTo(Standing.NOTHING_YET);
        assertThat(state.policy()).isEqualTo(RewardPolicy.OFF);
    }
}
