package io.processflow.bpmn.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What became of all files.
 *
 * @param files each distinct one once, in the order of their names
 * @param copies by the name of a file the names of those with the same bytes
 * @param others how many files are no BPMN, by their name or content
 */
record Report(List<FileResult> files, Map<String, List<String>> copies, int others) {

    Report {
        files = List.copyOf(files);
        copies = Map.copyOf(copies);
    }

    long count(Predicate<FileResult> which) {
        return files.stream().filter(which).count();
    }

    /** What shares are of: files that are XML at all. */
    long wellFormed() {
        return count(FileResult::isWellFormed);
    }

    boolean hasExceptions() {
        return count(file -> file.result() == Result.EXCEPTION) > 0;
    }

    int copyCount() {
        return copies.values().stream().mapToInt(List::size).sum();
    }

    /** In how many files something occurs, the most frequent first. */
    List<Map.Entry<String, Integer>> frequency(Function<FileResult, Set<String>> what) {
        Map<String, Integer> counts = new TreeMap<>();
        files.forEach(file -> what.apply(file).forEach(one -> counts.merge(one, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
    }

    /** How many processes that can be published behave in that way. */
    long processes(Predicate<Set<Behaviour>> how) {
        return files.stream()
                .flatMap(file -> file.processes().stream())
                .filter(how)
                .count();
    }

    List<FileResult> slowest(int most) {
        return files.stream()
                .sorted(Comparator.comparingLong(FileResult::nanos).reversed())
                .limit(most)
                .toList();
    }

    /** The time within which that share of the files was done (nearest rank); 0 when there is none. */
    double milliseconds(double share) {
        double[] times =
                files.stream().mapToDouble(FileResult::milliseconds).sorted().toArray();
        return times.length == 0 ? 0 : times[Math.max(0, (int) Math.ceil(share * times.length) - 1)];
    }
}
