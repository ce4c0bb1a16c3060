package io.processflow.engine.soundness;

import java.util.Arrays;

/** Which places hold a token; a place holds one at most, for a second one ends the exploration there. */
final class Marking {

    private final long[] words;

    private Marking(long[] words) {
        this.words = words;
    }

    static Marking empty(int places) {
        return new Marking(new long[(places + 63) >> 6]);
    }

    boolean has(int place) {
        return (words[place >> 6] & (1L << place)) != 0;
    }

    Marking with(int place) {
        long[] copy = words.clone();
        copy[place >> 6] |= 1L << place;
        return new Marking(copy);
    }

    Marking without(int place) {
        long[] copy = words.clone();
        copy[place >> 6] &= ~(1L << place);
        return new Marking(copy);
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marking marking && Arrays.equals(words, marking.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
