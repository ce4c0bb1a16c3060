package io.processflow.server.model;

import java.util.ArrayDeque;
import java.util.Deque;

/** Estimates how many steps a regular expression has once its counts are multiplied out, without compiling it. */
final class PatternSize {

    private static final long ENOUGH = 1_000_000_000;

    private final String pattern;
    private final Deque<Long> groups = new ArrayDeque<>();
    private long sum;
    private long last;
    private int at;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    static long of(String pattern) {
        return new PatternSize(pattern).measure();
    }

    private long measure() {
        while (at < pattern.length()) {
            switch (pattern.charAt(at)) {
                case '\\' -> {
                    at++;
                    atom(1);
                }
                case '[' -> {
                    skipClass();
                    atom(1);
                }
                case '(' -> {
                    groups.push(sum);
                    sum = 0;
                    last = 0;
                }
                case ')' -> close();
                case '{' -> repeat();
                default -> atom(1);
            }
            at++;
        }
        while (!groups.isEmpty()) {
            close();
        }
        return sum;
    }

    private void atom(long size) {
        last = size;
        sum = Math.min(sum + size, ENOUGH);
    }

    private void close() {
        long inner = Math.max(sum, 1);
        sum = groups.isEmpty() ? sum : groups.pop();
        atom(inner);
    }

    private void skipClass() {
        int from = at + 1;
        if (from < pattern.length() && pattern.charAt(from) == '^') {
            from++;
        }
        if (from < pattern.length() && pattern.charAt(from) == ']') {
            from++;
        }
        at = from;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
    }

    private void repeat() {
        int end = pattern.indexOf('}', at);
        if (end < 0) {
            atom(1);
            return;
        }
        long most = 1;
        for (String count : pattern.substring(at + 1, end).split(",", -1)) {
            if (count.matches("[0-9]{1,9}")) {
                most = Math.max(most, Long.parseLong(count));
            }
        }
        sum = Math.min(sum - last + last * most, ENOUGH);
        last = Math.min(last * most, ENOUGH);
        at = end;
    }
}
