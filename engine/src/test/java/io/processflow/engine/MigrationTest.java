package io.processflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.Event.InstanceMigrated;
import io.processflow.engine.Event.InstanceMigrated.Moved;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A running instance goes on in another version of its model. */
class MigrationTest {

    /** One step, and in the newer version another before and one after it. */
    private static Drawing old() {
        return Drawing.process().start().manual("work").end("end").flow("start", "work", "end");
    }

    private static Drawing newer() {
        return Drawing.process()
                .start()
                .manual("before")
                .manual("work")
                .manual("after")
                .end("end")
                .flow("start", "before", "work", "after", "end");
    }

    @Test
    void anOpenVisitKeepsEverythingButItsNode() {
        Run run = Run.started(old());
        Visit before = run.state().open(2);

        run.as(Run.MILAN).migrate(newer());

        assertThat(run.lastEvents()).containsExactly(new InstanceMigrated(2, List.of(new Moved(2, 2, 0))));
        assertThat(run.state().open())
                .containsExactly(new Visit(2, 2, VisitStatus.TODO, before.previous(), 0, new Acting(Run.ANA, 1)));
        assertThat(run.state().needsLog()).isFalse();
        run.complete("work");
        assertThat(run.open()).containsExactly("after Todo");
    }

    @Test
    void theUsualMappingIsByElement() {
        assertThat(Migration.byElement(old().graph(), newer().graph())).isEqualTo(Map.of(0, 0, 1, 2, 2, 4));
    }

    @Test
    void aMappingMaySendAStepToAnotherElement() {
        Run run = Run.started(old());
        run.accepted(new Command.Migrate(Actor.INSTALLATION, run.now(), 3, newer().graph(), Map.of(1, 3)));
        run.graph = newer().graph();

        assertThat(run.open()).containsExactly("after Todo");
    }

    @Test
    void whatIsMissingInTheTargetIsNamed() {
        Run run = Run.started(parallel("call"));

        assertThat(run.rejection(run.migration(old())))
                .isEqualTo(new StepResult.Rejected(
                        "cannot-migrate", "The instance can not go on in version 2: \"call\" is not in it."));
        assertThat(run.rejection(new Command.Migrate(
                                Actor.INSTALLATION, run.now(), 2, old().graph(), Map.of(2, 1, 3, 9)))
                        .detail())
                .isEqualTo("The instance can not go on in version 2: \"call\" is not in it.");
        assertThat(run.rejection(new Command.Migrate(Actor.INSTALLATION, run.now(), 2, old().graph(), Map.of()))
                        .detail())
                .isEqualTo("The instance can not go on in version 2: \"work\" is not in it; \"call\" is not in it.");
    }

    /** A step for people, and one for a server beside it. */
    private static Drawing parallel(String server) {
        return Drawing.process()
                .start()
                .split("split")
                .manual("work")
                .automatic(server)
                .end("end")
                .flow("start", "split", "work", "end")
                .flow("split", server, "end");
    }

    @Test
    void aStepForPeopleStaysOneAndAServersStepToo() {
        Run run = Run.started(parallel("call"));
        Drawing swapped = Drawing.process()
                .start()
                .split("split")
                .automatic("work")
                .info("call")
                .end("end")
                .flow("start", "split", "work", "end")
                .flow("split", "call", "end");

        assertThat(run.rejection(run.migration(swapped)).detail())
                .isEqualTo("The instance can not go on in version 2: \"work\" is a step for people here, but a step for"
                        + " a server there; \"call\" is a step for a server here, but an info there.");
    }

    @Test
    void aFailedChoiceGoesOnAsAChoiceAndCanBeTriedAgainThere() {
        Drawing broken = Drawing.process()
                .start()
                .gateway("decide", "{amount}", ">", 5)
                .end("end")
                .end("other")
                .flow("start", "decide", "end")
                .flow("decide", "other");
        Drawing repaired = Drawing.process()
                .start()
                .gateway("decide", 1, "==", 1)
                .end("end")
                .end("other")
                .flow("start", "decide", "end")
                .flow("decide", "other");
        Run run = Run.started(broken);
        assertThat(run.open()).containsExactly("decide Error");

        run.migrate(repaired).retry("decide");

        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void whatEndedCanNotBeMigrated() {
        Run run = Run.started(old()).complete("work");

        assertThat(run.refusal(run.migration(newer()))).isEqualTo("instance-ended");
    }

    private static Drawing joined(String first, String second) {
        return Drawing.process()
                .start()
                .split("split")
                .manual(first)
                .manual(second)
                .join("join")
                .end("end")
                .flow("start", "split", first, "join", "end")
                .flow("split", second, "join");
    }

    @Test
    void aWaitingJoinGoesOnWaitingForTheOtherBranch() {
        Run run = Run.started(joined("a", "b")).complete("a").migrate(joined("a", "b"));
        assertThat(run.lastEvents())
                .containsExactly(new InstanceMigrated(2, List.of(new Moved(4, 3, 0), new Moved(5, 4, 1))));

        run.complete("b");

        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void aWaitingTokenKeepsTheBranchItCameByWhereTheInputsHaveChangedPlaces() {
        Run run = Run.started(joined("a", "b")).complete("a").migrate(joined("b", "a"));
        assertThat(run.state().open(run.visitOf("join")).branch()).isEqualTo(2);

        run.complete("b");

        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void aTokenOfTheSecondBranchKeepsItToo() {
        Run run = Run.started(joined("a", "b")).complete("b").migrate(joined("b", "a"));
        assertThat(run.state().open(run.visitOf("join")).branch()).isEqualTo(1);

        run.complete("a");

        assertThat(run.state().status()).isEqualTo(InstanceStatus.COMPLETED);
    }

    @Test
    void aWaitingJoinNeedsTheInputItsTokenCameBy() {
        Run run = Run.started(joined("a", "b")).complete("a");
        Drawing without = Drawing.process()
                .start()
                .manual("a")
                .split("split")
                .manual("b")
                .manual("c")
                .join("join")
                .end("end")
                .flow("start", "a", "split", "b", "join", "end")
                .flow("split", "c", "join");

        assertThat(run.rejection(run.migration(without)).detail())
                .isEqualTo("The instance can not go on in version 2: \"join\" does not wait for \"a\" there.");
        assertThat(run.rejection(run.migration(joined("b", "c"))).detail())
                .isEqualTo("The instance can not go on in version 2: \"join\" does not wait for \"a\" there.");
    }

    @Test
    void twoWaitingJoinsDoNotBecomeOne() {
        Drawing two = Drawing.process()
                .start()
                .split("s1")
                .split("s2")
                .split("s3")
                .manual("a")
                .manual("b")
                .manual("c")
                .manual("d")
                .join("left")
                .join("right")
                .end("end")
                .flow("start", "s1", "s2", "a", "left", "end")
                .flow("s1", "s3", "c", "right", "end")
                .flow("s2", "b", "left")
                .flow("s3", "d", "right");
        Run run = Run.started(two).complete("a").complete("d");
        Command both = new Command.Migrate(
                Actor.INSTALLATION, run.now(), 2, two.graph(), Map.of(4, 4, 5, 5, 6, 6, 7, 5, 8, 8, 9, 8));

        assertThat(run.rejection(both).detail())
                .isEqualTo(
                        "The instance can not go on in version 2: both branches that \"right\" waits for have arrived"
                                + " there already.");
    }

    @Test
    void aHeldTokenMovesOnFromItsNewPlace() {
        Drawing before = Drawing.process().start().automatic("call").end("end").flow("start", "call", "end");
        Drawing after = Drawing.process()
                .start()
                .manual("first")
                .automatic("call")
                .manual("then")
                .end("end")
                .flow("start", "first", "call", "then", "end");
        Run run = Run.started(before).hold().answer("call");
        assertThat(run.refusal(run.migration(old()))).isEqualTo("cannot-migrate");

        run.migrate(after).resume();

        assertThat(run.open()).containsExactly("then Todo");
    }

    private static Drawing sprint(String... inside) {
        return Drawing.process()
                .start()
                .manual("one")
                .manual("two")
                .challenge("sprint", 60)
                .points("sprint", "Coins", "incrementBy", 9)
                .end("end")
                .flow("start", "one", "two", "end")
                .inside("sprint", inside);
    }

    @Test
    void aChallengeThatRunsGoesOn() {
        Drawing shifted = Drawing.process()
                .start()
                .manual("zero")
                .manual("one")
                .manual("two")
                .challenge("sprint", 60)
                .points("sprint", "Coins", "incrementBy", 9)
                .end("end")
                .flow("start", "zero", "one", "two", "end")
                .inside("sprint", "one", "two");
        Run run = Run.started(sprint("one", "two")).complete("one");
        run.migrate(shifted);
        assertThat(run.state().challenges()).extracting(ChallengeRun::node).containsExactly(4);
        assertThat(run.events(Event.ChallengeEnded.class)).isEmpty();

        run.later(60).complete("two");

        assertThat(run.events(Event.PointsGranted.class)).hasSize(1);
    }

    @Test
    void aChallengeThatRunsMustBeOneThere() {
        Run run = Run.started(sprint("one", "two"));
        assertThat(run.rejection(run.migration(newer())).detail())
                .isEqualTo("The instance can not go on in version 2: \"one\" is not in it; \"sprint\" is not in it.");

        Command onAStep = new Command.Migrate(
                Actor.INSTALLATION, run.now(), 2, sprint("one").graph(), Map.of(1, 1, 3, 2));
        assertThat(run.rejection(onAStep).detail())
                .isEqualTo("The instance can not go on in version 2: \"sprint\" is a challenge here, but a step for"
                        + " people there.");
    }

    @Test
    void twoChallengesThatRunDoNotBecomeOne() {
        Drawing nested = sprint("one", "two").challenge("outer", 90).inside("outer", "sprint");
        Run run = Run.started(nested);

        Command both = new Command.Migrate(Actor.INSTALLATION, run.now(), 2, nested.graph(), Map.of(1, 1, 3, 3, 5, 3));
        assertThat(run.rejection(both).detail())
                .isEqualTo("The instance can not go on in version 2: \"sprint\" and another challenge would be the same"
                        + " one there.");
    }

    @Test
    void aStepThatLiesInAChallengeThereBeginsIt() {
        Run run = Run.started(sprint("two")).later(10).migrate(sprint("one", "two"));

        assertThat(run.state().challenges()).extracting(ChallengeRun::since).containsExactly(run.now());
        assertThat(run.lastEvents())
                .containsExactly(
                        new InstanceMigrated(2, List.of(new Moved(2, 1, 0))),
                        new Event.ChallengeBegun(3, 3, run.now()));
    }

    @Test
    void aChallengeThatNoTokenIsInsideOfThereEnds() {
        Run run = Run.started(sprint("one", "two")).complete("one").migrate(sprint("one"));

        assertThat(run.state().challenges()).isEmpty();
        assertThat(run.events(Event.ChallengeEnded.class)).containsExactly(new Event.ChallengeEnded(2, true));
        assertThat(run.events(Event.PointsGranted.class)).hasSize(1);
    }

    @Test
    void aChallengeThatBeginsOnHoldHasItsWholeTimeAfterwards() {
        Run run = Run.started(sprint("two")).hold().later(100).migrate(sprint("one", "two"));
        run.later(100).resume().later(60).complete("one").complete("two");

        assertThat(run.events(Event.ChallengeEnded.class).getFirst().within()).isTrue();
        Run late = Run.started(sprint("two")).hold().later(100).migrate(sprint("one", "two"));
        late.later(100).resume().later(61).complete("one").complete("two");
        assertThat(late.events(Event.ChallengeEnded.class).getFirst().within()).isFalse();
    }

    @Test
    void visitsCountedForLoopDampingAreCountedOnThere() {
        Drawing before = rework("work").manual("other").flow("start", "other");
        Drawing after = Drawing.process()
                .start()
                .manual("before")
                .manual("work", "good")
                .points("work", "Coins", "incrementBy", 20)
                .gateway("good?", "{good}", "==", "yes")
                .end("end")
                .flow("start", "before", "work", "good?", "end")
                .flow("good?", "work");
        Run run = Run.of(before)
                .under(new RewardPolicy(true, false, 0, 0, false, 1))
                .start();
        run.complete("work", "good", "no").migrate(after).complete("work", "good", "no");

        assertThat(run.events(Event.VisitCounted.class))
                .containsExactly(
                        new Event.VisitCounted(1, 1), new Event.VisitCounted(2, 1), new Event.VisitCounted(2, 2));
        assertThat(run.events(Event.PointsGranted.class))
                .extracting(Event.PointsGranted::applied)
                .containsExactly(20L, 10L);
    }

    @Test
    void whatDoesNotPayInALoopThereIsNotCountedOn() {
        Run run = Run.of(rework("work"))
                .under(new RewardPolicy(true, false, 0, 0, false, 1))
                .start();
        run.complete("work", "good", "no").migrate(old());

        assertThat(run.events(Event.VisitCounted.class)).containsExactly(new Event.VisitCounted(1, 1));
        assertThat(run.state().needsLog()).isFalse();
    }

    private static Drawing rework(String work) {
        return Drawing.process()
                .start()
                .manual(work, "good")
                .points(work, "Coins", "incrementBy", 20)
                .gateway("good?", "{good}", "==", "yes")
                .end("end")
                .flow("start", work, "good?", "end")
                .flow("good?", work);
    }

    @Test
    void aDryRunChangesNothing() {
        Run run = Run.started(old());
        InstanceState before = run.state().copy();

        StepResult dry = Engine.step(run.graph, run.state(), run.migration(newer()));

        assertThat(dry).isInstanceOf(StepResult.Accepted.class);
        assertThat(run.state()).isEqualTo(before);
    }
}
