package io.processflow.bpmn;

import io.processflow.engine.value.Comparison;
import io.processflow.engine.value.Template;
import io.processflow.engine.value.Value;
import io.processflow.engine.value.VariableNames;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the conditions of this and other tools: {@code ${amount > 100}}, {@code = amount > 100}, {@code amount > 100 and
 * not(approved)}. Nothing is ever evaluated here; a text that is no comparison is simply not read.
 */
final class ConditionText {

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 50;

    private static final Map<String, Comparison> COMPARISONS = Map.ofEntries(
            Map.entry("==", Comparison.EQUAL),
            Map.entry("=", Comparison.EQUAL),
            Map.entry("eq", Comparison.EQUAL),
            Map.entry("!=", Comparison.NOT_EQUAL),
            Map.entry("<>", Comparison.NOT_EQUAL),
            Map.entry("ne", Comparison.NOT_EQUAL),
            Map.entry(">", Comparison.GREATER),
            Map.entry("gt", Comparison.GREATER),
            Map.entry(">=", Comparison.GREATER_OR_EQUAL),
            Map.entry("ge", Comparison.GREATER_OR_EQUAL),
            Map.entry("<", Comparison.LESS),
            Map.entry("lt", Comparison.LESS),
            Map.entry("<=", Comparison.LESS_OR_EQUAL),
            Map.entry("le", Comparison.LESS_OR_EQUAL));

    /**
     * A condition that was read.
     *
     * @param variables all it reads
     * @param bare those it reads without comparing them: {@code approved}
     * @param spaced those whose name was written with white space
     * @param marked whether it was written as an expression ({@code ${…}}, {@code =…}), so that a lone word is no label
     */
    record Read(Expression expression, Set<String> variables, Set<String> bare, Set<String> spaced, boolean marked) {}

    /** The text is not a condition we know. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final List<ConditionToken> tokens;
    private final Set<String> variables = new LinkedHashSet<>();
    private final Set<String> bare = new LinkedHashSet<>();
    private final Set<String> spaced = new LinkedHashSet<>();
    private int at;
    private int depth;

    private ConditionText(List<ConditionToken> tokens) {
        this.tokens = tokens;
    }

    static Optional<Read> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String inner = unwrapped(text.strip());
        Optional<List<ConditionToken>> tokens = ConditionToken.split(inner);
        if (tokens.isEmpty() || tokens.get().isEmpty()) {
            return Optional.empty();
        }
        try {
            ConditionText reader = new ConditionText(tokens.get());
            Expression expression = reader.or();
            if (reader.at < reader.tokens.size()) {
                return Optional.empty();
            }
            boolean marked = !inner.equals(text.strip());
            return Optional.of(new Read(expression, reader.variables, reader.bare, reader.spaced, marked));
        } catch (Unreadable notAComparison) {
            return Optional.empty();
        }
    }

    private static String unwrapped(String text) {
        if ((text.startsWith("${") || text.startsWith("#{")) && text.endsWith("}")) {
            return text.substring(2, text.length() - 1).strip();
        }
        return text.startsWith("=") && !text.startsWith("==")
                ? text.substring(1).strip()
                : text;
    }

    /** {@code Some name} is the variable {@code Some_name}. */
    static String variable(String written) {
        return written.strip().replaceAll("\\s+", "_");
    }

    private Expression or() throws Unreadable {
        Expression all = and();
        while (isWord("or", "||")) {
            at++;
            all = new Expression.Or(all, and());
        }
        return all;
    }

    private Expression and() throws Unreadable {
        Expression all = not();
        while (isWord("and", "&&")) {
            at++;
            all = new Expression.And(all, not());
        }
        return all;
    }

    private Expression not() throws Unreadable {
        depth++;
        if (depth > DEEPEST) {
            throw new Unreadable();
        }
        try {
            if (isWord("not", "!")) {
                at++;
                return new Expression.Not(not());
            }
            if (!is("(")) {
                return comparison();
            }
            at++;
            Expression inner = or();
            if (!is(")")) {
                throw new Unreadable();
            }
            at++;
            return inner;
        } finally {
            depth--;
        }
    }

    private Expression comparison() throws Unreadable {
        Operand left = operand();
        Comparison comparison = at < tokens.size() && tokens.get(at).kind() != ConditionToken.Kind.TEXT
                ? COMPARISONS.get(tokens.get(at).text())
                : null;
        if (comparison == null) {
            return truth(left);
        }
        at++;
        return new Expression.Compare(left.value(), comparison, operand().value());
    }

    private Expression truth(Operand operand) throws Unreadable {
        if (operand.variable() != null) {
            bare.add(operand.variable());
        } else if (!(operand.value() instanceof Value.Truth)) {
            throw new Unreadable();
        }
        return new Expression.Compare(operand.value(), Comparison.EQUAL, Value.truth(true));
    }

    private record Operand(Value value, @Nullable String variable) {}

    private Operand operand() throws Unreadable {
        if (at >= tokens.size()) {
            throw new Unreadable();
        }
        ConditionToken token = tokens.get(at);
        at++;
        return switch (token.kind()) {
            case TEXT -> new Operand(literal(token.text()), null);
            case NUMBER -> new Operand(new Value.Number(new BigDecimal(token.text())), null);
            case SYMBOL -> throw new Unreadable();
            case WORD -> word(token.text());
        };
    }

    private static Value literal(String text) throws Unreadable {
        Value value = Value.text(text);
        // The engine would replace a placeholder inside, which whoever wrote the text did not mean.
        if (!Template.of(value).names().isEmpty()) {
            throw new Unreadable();
        }
        return value;
    }

    private Operand word(String first) throws Unreadable {
        if (first.equalsIgnoreCase("true") || first.equalsIgnoreCase("false")) {
            return new Operand(Value.truth(first.equalsIgnoreCase("true")), null);
        }
        StringBuilder written = new StringBuilder(first);
        while (at < tokens.size() && isNamePart(tokens.get(at))) {
            written.append(' ').append(tokens.get(at).text());
            at++;
        }
        String variable = variable(written.toString());
        if (!VariableNames.isWellFormed(variable) || first.equals("null")) {
            throw new Unreadable();
        }
        if (written.indexOf(" ") > 0) {
            spaced.add(variable);
        }
        variables.add(variable);
        return new Operand(Value.text("{" + variable + "}"), variable);
    }

    private static boolean isNamePart(ConditionToken token) {
        return token.kind() == ConditionToken.Kind.WORD
                && !COMPARISONS.containsKey(token.text())
                && !Set.of("and", "or").contains(token.text().toLowerCase(Locale.ROOT));
    }

    private boolean is(String symbol) {
        return at < tokens.size()
                && tokens.get(at).kind() == ConditionToken.Kind.SYMBOL
                && tokens.get(at).text().equals(symbol);
    }

    private boolean isWord(String word, String symbol) {
        return is(symbol)
                || at < tokens.size()
                        && tokens.get(at).kind() == ConditionToken.Kind.WORD
                        && tokens.get(at).text().equalsIgnoreCase(word);
    }
}
