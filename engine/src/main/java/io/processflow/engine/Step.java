package io.processflow.engine;

import io.processflow.engine.graph.Condition;
import io.processflow.engine.graph.ProcessGraph;
import io.processflow.engine.value.Comparison;
import io.processflow.engine.value.Template;
import io.processflow.engine.value.Value;
import io.processflow.engine.value.VariableNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One command being worked off: the events so far, the state after them, and the tokens still to move. */
final class Step {

    ProcessGraph graph;
    final Command command;
    final InstanceState state;
    final List<Event> events = new ArrayList<>();
    final ArrayDeque<Token> tokens = new ArrayDeque<>();

    Step(ProcessGraph graph, InstanceState before, Command command) {
        this.graph = graph;
        this.command = command;
        this.state = before.copy();
        this.state.beginCommand();
    }

    void emit(Event event) {
        state.apply(event);
        events.add(event);
    }

    /** The instance has been moved to another version. */
    void goOnWith(ProcessGraph target) {
        graph = target;
    }

    int nextVisit() {
        return state.lastVisit() + 1;
    }

    static List<Integer> trace(Token token) {
        return token.fromVisit() == 0 ? List.of() : List.of(token.fromVisit());
    }

    /** The token passes its node at once and stays with the visit that is returned. */
    int pass(Token token) {
        int visit = nextVisit();
        emit(new Event.VisitPassed(visit, token.to(), trace(token), token.acting()));
        return visit;
    }

    /** The token stands on its node and waits. */
    void stand(Token token, VisitStatus status, int branch, Map<String, Value> options) {
        emit(new Event.VisitOpened(nextVisit(), token.to(), status, trace(token), branch, token.acting(), options));
    }

    /** The node can not do its work: an incident where the token stands. */
    void failAt(Token token, String message) {
        emit(new Event.VisitOpenedFailed(nextVisit(), token.to(), trace(token), token.acting(), message));
    }

    void send(int fromVisit, int fromNode, int to, @Nullable Acting acting) {
        tokens.add(new Token(fromVisit, fromNode, to, acting));
    }

    /** Replaces placeholders; in a step that waits for people those for points stay until somebody reads it. */
    Map<String, Value> resolve(Map<String, Template> options, @Nullable Acting acting, boolean forPeople) {
        return replaced(
                options, name -> forPeople && VariableNames.isPoints(name) ? Value.UNSET : lookUp(name, acting));
    }

    static Map<String, Value> replaced(Map<String, Template> options, Function<String, Value> names) {
        if (options.isEmpty()) {
            return Map.of();
        }
        Map<String, Value> resolved = new LinkedHashMap<>();
        options.forEach((name, template) -> resolved.put(name, template.resolve(names)));
        return resolved;
    }

    Comparison.Outcome compare(Condition condition, @Nullable Acting acting) {
        Function<String, Value> names = name -> lookUp(name, acting);
        Value left = condition.left().evaluate(names);
        Value right = condition.right().evaluate(names);
        Comparison.Outcome outcome = condition.comparison().compare(left, right);
        if (outcome instanceof Comparison.Outcome.Impossible && left instanceof Value.Unset) {
            return notSet(condition.left(), condition);
        }
        if (outcome instanceof Comparison.Outcome.Impossible && right instanceof Value.Unset) {
            return notSet(condition.right(), condition);
        }
        return outcome;
    }

    private static Comparison.Outcome notSet(Template side, Condition condition) {
        return new Comparison.Outcome.Impossible("\"" + String.join(", ", side.names())
                + "\" is not set and can not be ordered with "
                + condition.comparison().symbol());
    }

    Value lookUp(String name, @Nullable Acting acting) {
        if (!VariableNames.isPoints(name)) {
            return state.variable(name);
        }
        Standing standing = acting == null ? Standing.NOTHING_YET : state.standing(acting.person());
        return Value.Number.of(name.equals(VariableNames.COINS) ? standing.coins() : standing.experience());
    }
}
