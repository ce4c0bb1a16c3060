package io.processflow.engine;

import io.processflow.engine.graph.RewardRule;
import io.processflow.engine.graph.RewardRule.PointMethod;
import io.processflow.engine.value.Comparison.Outcome;
import io.processflow.engine.value.Texts;
import io.processflow.engine.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides what somebody earns; balances never go below 0, and a badge is earned once. What is paid to who started an
 * instance waits until somebody else has completed a step of it, where the team wants that.
 */
final class Rewards {

    static final String ACTIVITY = "activity";
    static final String EVENT = "event";
    static final String CHALLENGE = "challenge";

    static final String NOBODY = "nobody to reward";
    static final String HAS_BADGE = "has the badge already";
    static final String ALONE_SO_FAR =
            "who started the instance has done every step so far; given as soon as somebody else completes one";
    static final String ALL_ALONE = "who started the instance did all its steps alone";

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private Rewards() {}

    /** What a reward is for: the visit it is booked on, its node, and the name of the rule. */
    record Cause(int visit, int node, String rule) {}

    /** Loop damping: a node that pays and may be visited again was visited once more. */
    static void count(Step step, int node) {
        if (step.state.policy().loopDamping() && step.graph.paysInLoop(node)) {
            step.emit(new Event.VisitCounted(node, step.state.rewards().times(node) + 1));
        }
    }

    static void grant(Step step, Cause cause, @Nullable RewardRule rule, @Nullable Acting acting) {
        if (rule == null) {
            return;
        }
        if (acting == null) {
            withhold(step, cause, NOBODY);
            return;
        }
        Outcome outcome = rule.condition() == null ? new Outcome.Decided(true) : step.compare(rule.condition(), acting);
        switch (outcome) {
            case Outcome.Impossible(String reason) -> withhold(step, cause, reason);
            case Outcome.Decided(boolean holds) -> {
                if (holds) {
                    give(step, cause, rule.prize(), acting);
                }
            }
        }
    }

    private static void give(Step step, Cause cause, RewardRule.Prize prize, Acting acting) {
        switch (prize) {
            case RewardRule.Points points -> givePoints(step, cause, points, acting);
            case RewardRule.Badge badge -> {
                UUID person = acting.person();
                String name = Texts.of(badge.name().resolve(variable -> step.lookUp(variable, acting)));
                if (step.state.standing(person).badges().contains(name)) {
                    withhold(step, cause, HAS_BADGE);
                } else if (isAlone(step, person)) {
                    step.emit(new Event.BadgeDeferred(cause.visit(), cause.rule(), person, name, ALONE_SO_FAR));
                } else {
                    step.emit(new Event.BadgeGranted(cause.visit(), cause.rule(), person, name));
                }
            }
        }
    }

    private static void givePoints(Step step, Cause cause, RewardRule.Points points, Acting acting) {
        Value written = points.amount().evaluate(name -> step.lookUp(name, acting));
        Long asked = wholeNumber(written);
        if (asked == null) {
            withhold(step, cause, "\"" + Texts.of(written) + "\" is no number of points from 0 on");
            return;
        }
        long due = points.method() == PointMethod.incrementBy ? asked / divisor(step, cause.node()) : asked;
        Event.PointsDeferred reward = new Event.PointsDeferred(
                cause.visit(), cause.rule(), acting.person(), points.kind(), points.method(), asked, due, ALONE_SO_FAR);
        // What takes points is no pay: it never waits.
        if (isAlone(step, acting.person()) && applied(step, reward) > 0) {
            step.emit(reward);
        } else {
            pay(step, reward);
        }
    }

    private static int divisor(Step step, int node) {
        return step.state.policy().loopDamping()
                ? Math.max(1, step.state.rewards().times(node))
                : 1;
    }

    private static long applied(Step step, Event.PointsDeferred reward) {
        long has = step.state.standing(reward.person()).points(reward.kind());
        return switch (reward.method()) {
            case incrementBy -> reward.due();
            case decrementBy -> -Math.min(reward.due(), has);
            case setTo -> reward.due() - has;
        };
    }

    private static void pay(Step step, Event.PointsDeferred reward) {
        step.emit(new Event.PointsGranted(
                reward.visit(),
                reward.rule(),
                reward.person(),
                reward.kind(),
                reward.method(),
                reward.asked(),
                applied(step, reward)));
    }

    /** Nobody but this person, who started the instance, has completed a manual step of it, and the team minds. */
    private static boolean isAlone(Step step, UUID person) {
        return step.state.policy().selfStart()
                && person.equals(step.state.starter())
                && !step.state.rewards().shared();
    }

    /** Gives what was deferred, once its person is not alone any more. */
    static void release(Step step) {
        for (DeferredReward reward : step.state.rewards().deferred()) {
            if (!isAlone(step, reward.person())) {
                switch (reward) {
                    case Event.PointsDeferred points -> pay(step, points);
                    case Event.BadgeDeferred badge -> release(step, badge);
                }
            }
        }
    }

    private static void release(Step step, Event.BadgeDeferred reward) {
        if (step.state.standing(reward.person()).badges().contains(reward.badge())) {
            step.emit(new Event.RewardWithheld(reward.visit(), reward.rule(), HAS_BADGE));
        } else {
            step.emit(new Event.BadgeGranted(reward.visit(), reward.rule(), reward.person(), reward.badge()));
        }
    }

    /** The instance ends: what still waits will never be given. */
    static void forfeit(Step step) {
        release(step);
        for (DeferredReward reward : step.state.rewards().deferred()) {
            step.emit(new Event.RewardWithheld(reward.visit(), reward.rule(), ALL_ALONE));
        }
    }

    private static void withhold(Step step, Cause cause, String reason) {
        step.emit(new Event.RewardWithheld(cause.visit(), cause.rule(), reason));
    }

    private static @Nullable Long wholeNumber(Value value) {
        try {
            BigDecimal number = new BigDecimal(Texts.of(value).strip());
            boolean usable = number.signum() >= 0 && number.compareTo(MOST) <= 0;
            if (usable && number.compareTo(BigDecimal.ONE) < 0) {
                // Rounding 1e-999999999 would reckon with as many digits.
                return 0L;
            }
            return usable ? number.setScale(0, RoundingMode.DOWN).longValueExact() : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
