package io.processflow.engine;

import io.processflow.engine.graph.RewardRule;
import io.processflow.engine.graph.RewardRule.PointKind;
import io.processflow.engine.value.Comparison.Outcome;
import io.processflow.engine.value.Texts;
import io.processflow.engine.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what somebody earns; balances never go below 0, and a badge is earned once. */
final class Rewards {

    static final String ACTIVITY = "activity";
    static final String EVENT = "event";
    static final String CHALLENGE = "challenge";

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private Rewards() {}

    static void grant(Step step, int visit, String cause, @Nullable RewardRule rule, @Nullable Acting acting) {
        if (rule == null) {
            return;
        }
        if (acting == null) {
            step.emit(new Event.RewardWithheld(visit, cause, "nobody to reward"));
            return;
        }
        Outcome outcome = rule.condition() == null ? new Outcome.Decided(true) : step.compare(rule.condition(), acting);
        switch (outcome) {
            case Outcome.Impossible(String reason) -> step.emit(new Event.RewardWithheld(visit, cause, reason));
            case Outcome.Decided(boolean holds) -> {
                if (holds) {
                    give(step, visit, cause, rule.prize(), acting);
                }
            }
        }
    }

    private static void give(Step step, int visit, String cause, RewardRule.Prize prize, Acting acting) {
        switch (prize) {
            case RewardRule.Points points -> givePoints(step, visit, cause, points, acting);
            case RewardRule.Badge badge -> {
                String name = Texts.of(badge.name().resolve(variable -> step.lookUp(variable, acting)));
                if (step.state.standing(acting.person()).badges().contains(name)) {
                    step.emit(new Event.RewardWithheld(visit, cause, "has the badge already"));
                } else {
                    step.emit(new Event.BadgeGranted(visit, cause, acting.person(), name));
                }
            }
        }
    }

    private static void givePoints(Step step, int visit, String cause, RewardRule.Points points, Acting acting) {
        Value written = points.amount().evaluate(name -> step.lookUp(name, acting));
        Long asked = wholeNumber(written);
        if (asked == null) {
            step.emit(new Event.RewardWithheld(
                    visit, cause, "\"" + Texts.of(written) + "\" is no number of points from 0 on"));
            return;
        }
        UUID person = acting.person();
        Standing standing = step.state.standing(person);
        long has = points.kind() == PointKind.Experience ? standing.experience() : standing.coins();
        long applied = switch (points.method()) {
            case incrementBy -> asked;
            case decrementBy -> -Math.min(asked, has);
            case setTo -> asked - has;
        };
        step.emit(new Event.PointsGranted(visit, cause, person, points.kind(), points.method(), asked, applied));
    }

    private static @Nullable Long wholeNumber(Value value) {
        try {
            BigDecimal number = new BigDecimal(Texts.of(value).strip());
            boolean usable = number.signum() >= 0 && number.compareTo(MOST) <= 0;
            return usable ? number.setScale(0, RoundingMode.DOWN).longValueExact() : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
