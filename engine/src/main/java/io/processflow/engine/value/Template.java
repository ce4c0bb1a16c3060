package io.processflow.engine.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A value whose texts may hold placeholders ({@code {name}}), compiled once and resolved whenever its node is reached.
 * Resolving is one pass: what was inserted is never scanned again (ASVS 5.0, 1.3.7).
 */
public sealed interface Template {

    /** No placeholder anywhere inside. */
    record Literal(Value value) implements Template {}

    /** A text that is exactly one placeholder: it keeps the variable's JSON type. */
    record Placeholder(String name) implements Template {}

    /** A text with placeholders inside; each becomes text. */
    record Mixed(List<Part> parts) implements Template {}

    record Members(List<Template> members) implements Template {}

    record Named(Map<String, Template> members) implements Template {}

    /** A piece of a mixed text: plain text, or the name between two braces. */
    record Part(String text, boolean isName) {}

    static Template of(Value value) {
        Template compiled = switch (value) {
            case Value.Text(String text) -> ofText(text);
            case Value.Items(var items) ->
                new Members(items.stream().map(Template::of).toList());
            case Value.Fields(var fields) -> {
                Map<String, Template> members = new LinkedHashMap<>();
                fields.forEach((name, member) -> members.put(name, of(member)));
                yield new Named(members);
            }
            case Value.Number ignored -> new Literal(value);
            case Value.Truth ignored -> new Literal(value);
            case Value.Nothing ignored -> new Literal(value);
            case Value.Unset ignored -> new Literal(value);
        };
        return compiled.names().isEmpty() ? new Literal(value) : compiled;
    }

    /** The names between braces, in the order they are written. */
    default Set<String> names() {
        Set<String> names = new java.util.LinkedHashSet<>();
        eachName(names::add);
        return names;
    }

    private void eachName(Consumer<String> visit) {
        switch (this) {
            case Literal ignored -> {}
            case Placeholder(String name) -> visit.accept(name);
            case Mixed(var parts) ->
                parts.stream().filter(Part::isName).map(Part::text).forEach(visit);
            case Members(var members) -> members.forEach(member -> member.eachName(visit));
            case Named(var members) -> members.values().forEach(member -> member.eachName(visit));
        }
    }

    /**
     * The value with its placeholders replaced.
     *
     * @param variables gives a name's value, or {@link Value#UNSET}: then the placeholder stays as it is written
     */
    default Value resolve(Function<String, Value> variables) {
        return switch (this) {
            case Literal(Value value) -> value;
            case Placeholder(String name) -> {
                Value value = variables.apply(name);
                yield value instanceof Value.Unset ? Value.text("{" + name + "}") : value;
            }
            case Mixed(var parts) ->
                Value.text(parts.stream().map(part -> piece(part, variables)).collect(Collectors.joining()));
            case Members(var members) ->
                new Value.Items(members.stream()
                        .map(member -> member.resolve(variables))
                        .toList());
            case Named(var members) -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                members.forEach((name, member) -> fields.put(name, member.resolve(variables)));
                yield new Value.Fields(fields);
            }
        };
    }

    /** As {@link #resolve}, but a value that is exactly one placeholder of an unset variable is {@link Value#UNSET}. */
    default Value evaluate(Function<String, Value> variables) {
        return this instanceof Placeholder(String name) ? variables.apply(name) : resolve(variables);
    }

    private static String piece(Part part, Function<String, Value> variables) {
        if (!part.isName()) {
            return part.text();
        }
        Value value = variables.apply(part.text());
        return value instanceof Value.Unset ? "{" + part.text() + "}" : Texts.of(value);
    }

    private static Template ofText(String text) {
        List<Part> parts = new ArrayList<>();
        int plainFrom = 0;
        int open = text.indexOf('{');
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = text.substring(open + 1, close);
            if (VariableNames.isWellFormed(name)) {
                if (open > plainFrom) {
                    parts.add(new Part(text.substring(plainFrom, open), false));
                }
                parts.add(new Part(name, true));
                plainFrom = close + 1;
                open = text.indexOf('{', plainFrom);
            } else {
                open = text.indexOf('{', open + 1);
            }
        }
        if (plainFrom < text.length()) {
            parts.add(new Part(text.substring(plainFrom), false));
        }
        boolean whole = parts.size() == 1 && parts.getFirst().isName();
        return whole ? new Placeholder(parts.getFirst().text()) : new Mixed(List.copyOf(parts));
    }
}
