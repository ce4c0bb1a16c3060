package io.processflow.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word of a condition's text. */
record ConditionToken(Kind kind, String text) {

    enum Kind {
        TEXT,
        NUMBER,
        WORD,
        SYMBOL
    }

    /** Every alternative begins with a character no other begins with, so there is nothing to backtrack into. */
    private static final Pattern NEXT = Pattern.compile("(?<text>\"[^\"\\\\]*\"|'[^'\\\\]*')"
            + "|(?<number>-?\\d{1,30}(?:\\.\\d{1,30})?)(?![\\w.\\-])"
            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_.\\-]*)"
            + "|(?<symbol>==|!=|<>|>=|<=|&&|\\|\\||[=<>!()])");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Empty when the text holds something that is no word of a condition. */
    static Optional<List<ConditionToken>> split(String text) {
        List<ConditionToken> tokens = new ArrayList<>();
        Matcher next = NEXT.matcher(text);
        Matcher space = SPACE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (space.region(at, text.length()).lookingAt()) {
                at = space.end();
            } else if (next.region(at, text.length()).lookingAt()) {
                tokens.add(token(next));
                at = next.end();
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(tokens);
    }

    private static ConditionToken token(Matcher found) {
        String all = found.group();
        if (found.group("text") != null) {
            return new ConditionToken(Kind.TEXT, all.substring(1, all.length() - 1));
        }
        Kind kind = found.group("number") != null ? Kind.NUMBER : found.group("word") != null ? Kind.WORD : Kind.SYMBOL;
        return new ConditionToken(kind, all);
    }
}
