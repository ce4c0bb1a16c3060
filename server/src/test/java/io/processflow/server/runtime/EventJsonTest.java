package io.processflow.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.Acting;
import io.processflow.engine.Event;
import io.processflow.engine.VisitStatus;
import io.processflow.engine.graph.RewardRule.PointKind;
import io.processflow.engine.graph.RewardRule.PointMethod;
import io.processflow.engine.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private static final UUID ANA = new UUID(1, 2);
    private static final Instant AT = Instant.parse("2026-01-01T10:00:00Z");
    private static final Acting ACTING = new Acting(ANA, 3);

    private static final List<Event> ONE_OF_EACH = List.of(
            new Event.Started(ANA),
            new Event.VisitPassed(1, 0, List.of(), ACTING),
            new Event.VisitOpened(2, 1, VisitStatus.TODO, List.of(1), 0, ACTING, Map.of("task", Value.text("Hi Ana"))),
            new Event.VisitOpenedFailed(3, 2, List.of(1), null, "no branch matched"),
            new Event.JoinFired(4, 3, ACTING),
            new Event.VisitCompleted(2, ANA, ACTING, false),
            new Event.VisitFailed(5, "down"),
            new Event.VisitRetried(5),
            new Event.VisitCancelled(6),
            new Event.VariablesWritten(
                    2, Map.of("list", new Value.Items(List.of(Value.Number.of(1), Value.truth(true), Value.NOTHING)))),
            new Event.ChallengeBegun(7, 4, AT),
            new Event.ChallengeEnded(7, true),
            new Event.ChallengeJoined(7, ANA),
            new Event.PointsGranted(2, "activity", ANA, PointKind.Coins, PointMethod.incrementBy, 5, 5),
            new Event.BadgeGranted(2, "activity", ANA, "Packer"),
            new Event.RewardWithheld(2, "activity", "nobody to reward"),
            new Event.InstanceHeld(AT, "waiting"),
            new Event.InstanceResumed(AT),
            new Event.InstanceCompleted(),
            new Event.InstanceCancelled(null),
            new Event.PointsDeferred(2, "activity", ANA, PointKind.Coins, PointMethod.setTo, 5, 5, "alone so far"),
            new Event.BadgeDeferred(2, "activity", ANA, "Packer", "alone so far"),
            new Event.VisitCounted(1, 2),
            new Event.InstanceMigrated(3, List.of(new Event.InstanceMigrated.Moved(2, 1, 0))));

    /** How many of them there were when the first history was recorded. */
    private static final int KNOWN_TO_THE_FIRST = 20;

    @Test
    void everyEventComesBackAsItWasWritten() {
        assertThat(EventJson.read(EventJson.write(ONE_OF_EACH))).isEqualTo(ONE_OF_EACH);
    }

    @Test
    void thereIsOneOfEachKind() {
        List<Class<?>> kinds = new ArrayList<>();
        ONE_OF_EACH.forEach(event -> kinds.add(event.getClass()));
        assertThat(kinds).containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    }

    /** The log is kept for ever: what was written by the first version must go on reading. */
    @Test
    void aRecordedHistoryStillReads() throws IOException {
        try (InputStream recorded = getClass().getResourceAsStream("events-1.json")) {
            assertThat(recorded).isNotNull();
            String json = new String(recorded.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(EventJson.read(json)).isEqualTo(ONE_OF_EACH.subList(0, KNOWN_TO_THE_FIRST));
        }
    }
}
