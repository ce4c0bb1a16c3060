package io.processflow.bench.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Measurements of several rounds; the first of one contender belongs to the same round as the first of another. Ratios are
 * made within a round, because machines slow down and recover between rounds, and then the median is taken.
 *
 * @param <K> names one measured thing
 */
public final class Rounds<K> {

    private final Map<K, List<Measurement>> measured = new LinkedHashMap<>();

    public void add(K what, Measurement measurement) {
        measured.computeIfAbsent(what, key -> new ArrayList<>()).add(measurement);
    }

    public Set<K> measured() {
        return measured.keySet();
    }

    public double median(K what, ToDoubleFunction<Measurement> figure) {
        return median(of(what).stream().mapToDouble(figure).toArray());
    }

    /** The median of the rounds' ratios of one figure to another. */
    public double ratio(K what, K to, ToDoubleFunction<Measurement> figure) {
        return ratioToBest(what, List.of(to), figure);
    }

    /** As {@link #ratio}, to the highest figure that any of the others has in the same round. */
    public double ratioToBest(K what, List<K> others, ToDoubleFunction<Measurement> figure) {
        List<Measurement> own = of(what);
        double[] ratios = new double[own.size()];
        for (int round = 0; round < ratios.length; round++) {
            double best = 0;
            for (K other : others) {
                best = Math.max(best, figure.applyAsDouble(of(other).get(round)));
            }
            ratios[round] = figure.applyAsDouble(own.get(round)) / best;
        }
        return median(ratios);
    }

    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private List<Measurement> of(K what) {
        List<Measurement> found = measured.get(what);
        if (found == null) {
            throw new IllegalArgumentException("expected measurements of " + what + ", but have " + measured.keySet());
        }
        return found;
    }
}
