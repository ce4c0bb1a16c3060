package io.processflow.server.model;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A pattern that answers have to match as a whole, run by an engine whose time grows only with the answer's length. A
 * pattern that could grow large or needs more than such an engine has (lookaround, backreferences) is refused.
 */
public final class AnswerPattern {

    private static final int LONGEST = 256;
    private static final int LARGEST_PROGRAM = 10_000;

    private final Pattern pattern;

    private AnswerPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException for a pattern that has a {@link #problem} */
    public static AnswerPattern of(String pattern) {
        problem(pattern).ifPresent(problem -> {
            throw new IllegalArgumentException("expected a pattern, but got " + pattern + ": " + problem);
        });
        return new AnswerPattern(Pattern.compile(pattern));
    }

    /** What is wrong with a pattern, as a sentence for its author; empty when answers can be matched against it. */
    public static Optional<String> problem(String pattern) {
        if (pattern.length() > LONGEST) {
            return Optional.of("A pattern has at most " + LONGEST + " characters.");
        }
        // Counts are multiplied out before anything is compiled: ((a{1000}){1000}) would take a gigabyte.
        if (PatternSize.of(pattern) > LARGEST_PROGRAM) {
            return Optional.of("Its repetitions multiply to too many steps.");
        }
        try {
            return Pattern.compile(pattern).programSize() > LARGEST_PROGRAM
                    ? Optional.of("Its repetitions multiply to too many steps.")
                    : Optional.empty();
        } catch (PatternSyntaxException wrong) {
            return Optional.of("It is no regular expression that can be checked here: " + wrong.getDescription() + ".");
        }
    }

    public boolean matches(String answer) {
        return pattern.matches(answer);
    }
}
