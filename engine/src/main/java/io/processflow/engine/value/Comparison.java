package io.processflow.engine.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The comparisons of gateways and reward conditions. Both sides are compared as numbers when both are numbers or texts
 * that are, as dates when both are ISO 8601 dates, as booleans when both are, else as text by code point.
 */
public enum Comparison {
    EQUAL("=="),
    NOT_EQUAL("!="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    LESS_OR_EQUAL("<=");

    /** What a comparison comes to: an answer, or the reason why there is none. */
    public sealed interface Outcome {
        record Decided(boolean holds) implements Outcome {}

        record Impossible(String reason) implements Outcome {}
    }

    /** More digits than this are no number anybody has typed. */
    private static final int LONGEST_NUMBER = 100;

    private static final int LARGEST_EXPONENT = 308;

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** The comparison written as {@code symbol}, if there is one. */
    public static Optional<Comparison> of(@Nullable String symbol) {
        return Arrays.stream(values()).filter(one -> one.symbol.equals(symbol)).findFirst();
    }

    public Outcome compare(Value left, Value right) {
        if (this == EQUAL || this == NOT_EQUAL) {
            return new Outcome.Decided(equal(left, right) == (this == EQUAL));
        }
        if (left instanceof Value.Unset || right instanceof Value.Unset) {
            return new Outcome.Impossible("a variable that nothing has set can not be ordered with " + symbol);
        }
        if (!isOrdered(left) || !isOrdered(right)) {
            return new Outcome.Impossible("lists, objects and null can not be ordered with " + symbol);
        }
        return order(left, right);
    }

    private Outcome order(Value left, Value right) {
        BigDecimal leftNumber = number(left);
        BigDecimal rightNumber = number(right);
        if (leftNumber != null && rightNumber != null) {
            return decided(leftNumber.compareTo(rightNumber));
        }
        if (left instanceof Value.Number || right instanceof Value.Number) {
            Value other = left instanceof Value.Number ? right : left;
            return new Outcome.Impossible(
                    "\"" + Texts.of(other) + "\" is no number and can not be ordered against one");
        }
        Integer dates = compareDates(Texts.of(left), Texts.of(right));
        return decided(dates != null ? dates : compareTexts(Texts.of(left), Texts.of(right)));
    }

    private Outcome decided(int order) {
        return new Outcome.Decided(
                switch (this) {
                    case EQUAL -> order == 0;
                    case NOT_EQUAL -> order != 0;
                    case GREATER -> order > 0;
                    case GREATER_OR_EQUAL -> order >= 0;
                    case LESS -> order < 0;
                    case LESS_OR_EQUAL -> order <= 0;
                });
    }

    private static boolean isOrdered(Value value) {
        return value instanceof Value.Text || value instanceof Value.Number || value instanceof Value.Truth;
    }

    private static boolean equal(Value left, Value right) {
        if (left instanceof Value.Unset || right instanceof Value.Unset) {
            return left.equals(right);
        }
        if (left instanceof Value.Items(var members)) {
            return sameMembers(members, asMembers(right));
        }
        if (right instanceof Value.Items(var members)) {
            return sameMembers(asMembers(left), members);
        }
        if (!isOrdered(left) || !isOrdered(right)) {
            return left.equals(right);
        }
        BigDecimal leftNumber = number(left);
        BigDecimal rightNumber = number(right);
        if (leftNumber != null && rightNumber != null) {
            return leftNumber.compareTo(rightNumber) == 0;
        }
        Integer dates = compareDates(Texts.of(left), Texts.of(right));
        return dates != null ? dates == 0 : Texts.of(left).equals(Texts.of(right));
    }

    /** Only when one side is a list is the other's text split at commas. */
    private static List<Value> asMembers(Value value) {
        return switch (value) {
            case Value.Items(var items) -> items;
            case Value.Text(String text) ->
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(member -> !member.isEmpty())
                        .map(Value::text)
                        .toList();
            default -> List.of(value);
        };
    }

    private static boolean sameMembers(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        List<Value> unmatched = new ArrayList<>(right);
        for (Value member : left) {
            Optional<Value> match =
                    unmatched.stream().filter(other -> equal(member, other)).findFirst();
            if (match.isEmpty()) {
                return false;
            }
            unmatched.remove(match.get());
        }
        return true;
    }

    private static @Nullable BigDecimal number(Value value) {
        return switch (value) {
            case Value.Number(BigDecimal number) -> number;
            case Value.Text(String text) -> numberIn(text.strip());
            default -> null;
        };
    }

    private static @Nullable BigDecimal numberIn(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            // Beyond this a few characters would compare as numbers of many thousand digits.
            return Math.abs((long) number.scale()) > LARGEST_EXPONENT ? null : number;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable Integer compareDates(String left, String right) {
        if (!looksLikeDate(left) || !looksLikeDate(right)) {
            return null;
        }
        try {
            boolean leftTime = left.indexOf('T') > 0;
            boolean rightTime = right.indexOf('T') > 0;
            if (leftTime && rightTime && hasOffset(left) && hasOffset(right)) {
                return OffsetDateTime.parse(left)
                        .toInstant()
                        .compareTo(OffsetDateTime.parse(right).toInstant());
            }
            return startOf(left, leftTime).compareTo(startOf(right, rightTime));
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static LocalDateTime startOf(String text, boolean withTime) {
        if (!withTime) {
            return LocalDate.parse(text).atStartOfDay();
        }
        return hasOffset(text) ? OffsetDateTime.parse(text).toLocalDateTime() : LocalDateTime.parse(text);
    }

    private static boolean looksLikeDate(String text) {
        return text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    }

    private static boolean hasOffset(String text) {
        return text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
    }

    private static int compareTexts(String left, String right) {
        return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }
}
