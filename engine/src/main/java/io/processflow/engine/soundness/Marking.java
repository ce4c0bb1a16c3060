package io.processflow.engine.soundness;

import java.util.Arrays;
import java.util.BitSet;

/** Which places hold a token; a place holds one at most, for a second one ends the exploration there. */
final class Marking {

    private final long[] words;

    private Marking(long[] words) {
        this.words = words;
    }

    static Marking empty(int places) {
        return new Marking(new long[(places + 63) >> 6]);
    }

    static Marking of(int places, BitSet tokens) {
        return new Marking(Arrays.copyOf(tokens.toLongArray(), (places + 63) >> 6));
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

    /** The first place that holds a token and is one of these; -1 when there is none. */
    int firstIn(Marking places) {
        for (int i = 0; i < words.length; i++) {
            long common = words[i] & places.words[i];
            if (common != 0) {
                return (i << 6) + Long.numberOfTrailingZeros(common);
            }
        }
        return -1;
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
