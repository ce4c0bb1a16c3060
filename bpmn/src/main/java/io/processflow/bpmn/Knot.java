package io.processflow.bpmn;

import io.processflow.engine.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of the {@link Net} while the rules work on it: drawn, or made by a rule. When they are done every knot is of a
 * kind that {@link ElementMaker} can write down.
 */
final class Knot {

    enum Kind {
        START,
        END,
        /** Manual or automatic, as its data says. */
        ACTIVITY,
        INFO,
        EVENT,
        /** One of its ways is taken, as its {@link Choice} says. */
        CHOICE,
        /** Waits for all its ways in, then takes all its ways out. */
        AND,
        /** Inclusive; the rules make others of it. */
        OR,
        /** Does nothing: it dissolves into the ways through it. */
        PASS
    }

    /** The drawn node it stands for. */
    final DrawnNode drawn;
    /** Whether it is that node itself, and not something a rule has put beside it. */
    final boolean main;

    Kind kind;

    @Nullable
    String madeBy;

    @Nullable
    Choice choice;
    /** A made choice between going on here (its first way) and not: the condition's text, if there is one. */
    @Nullable
    String condition;
    /** The title of a made choice between yes (its first way) and no. */
    @Nullable
    String question;
    /** Where a sub-process that was inlined is left. */
    boolean isExit;
    /** A person stands in: it is a manual step, whatever it is bound to. */
    boolean byHand;

    Map<String, Value> data = new LinkedHashMap<>();
    final List<Link> in = new ArrayList<>();
    final List<Link> out = new ArrayList<>();

    Knot(DrawnNode drawn, boolean main, Kind kind, @Nullable String madeBy) {
        this.drawn = drawn;
        this.main = main;
        this.kind = kind;
        this.madeBy = madeBy;
    }

    String id() {
        return drawn.id();
    }

    String label() {
        return drawn.label();
    }

    /** Whether somebody or something works on it, so that a token rests there. */
    boolean isStep() {
        return kind == Kind.ACTIVITY || kind == Kind.INFO;
    }
}
