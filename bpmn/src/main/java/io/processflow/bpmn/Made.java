package io.processflow.bpmn;

import io.processflow.engine.graph.ElementKey;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element while it is made: its key is known when all elements of its drawn node are. */
final class Made {

    /** Where a token goes next. */
    sealed interface Exit {

        /** To another element made for the same knot. */
        record Inner(Made to) implements Exit {}

        record Way(Link link) implements Exit {}

        /** Nowhere: the way is missing. */
        record Missing() implements Exit {}
    }

    static final Exit MISSING = new Exit.Missing();

    final Knot knot;
    final NodeType type;
    final Map<String, Value> data;
    final List<Exit> exits = new ArrayList<>();
    /** Of a join. */
    final List<Made> inputs = new ArrayList<>();

    /** Whether it stands for the drawn element itself. */
    private boolean drawn;

    private @Nullable String madeBy;
    private int part;

    Made(Knot knot, boolean drawn, @Nullable String madeBy, NodeType type, Map<String, Value> data) {
        this.knot = knot;
        this.drawn = drawn;
        this.madeBy = madeBy;
        this.type = type;
        this.data = data;
    }

    boolean isDrawn() {
        return drawn;
    }

    @Nullable
    String madeBy() {
        return madeBy;
    }

    void standForDrawn() {
        drawn = true;
        madeBy = null;
    }

    void number(int number) {
        part = number;
    }

    ElementKey key() {
        return new ElementKey(knot.id(), part);
    }

    Made exit(Exit exit) {
        exits.add(exit);
        return this;
    }

    Made exit(@Nullable Link way) {
        return exit(way == null ? MISSING : new Exit.Way(way));
    }
}
