package io.processflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an instance remembers for its later rewards.
 *
 * @param shared somebody else than who started it has completed a manual step
 * @param times how often the nodes that pay in loops were visited while loop damping was on, by index
 * @param deferred what waits until the work is shared, in the order it became due
 */
record RewardMemory(boolean shared, Map<Integer, Integer> times, List<DeferredReward> deferred) {

    static final RewardMemory NOTHING = new RewardMemory(false, Map.of(), List.of());

    RewardMemory withShared(boolean isShared) {
        return isShared == shared ? this : new RewardMemory(isShared, times, deferred);
    }

    RewardMemory counted(int node, int visits) {
        Map<Integer, Integer> more = new TreeMap<>(times);
        more.put(node, visits);
        return new RewardMemory(shared, more, deferred);
    }

    RewardMemory withoutCounts() {
        return new RewardMemory(shared, Map.of(), deferred);
    }

    RewardMemory with(DeferredReward reward) {
        List<DeferredReward> more = new ArrayList<>(deferred);
        more.add(reward);
        return new RewardMemory(shared, times, List.copyOf(more));
    }

    /** Given or withheld: it waits no more. */
    RewardMemory settled(int visit, String rule) {
        if (deferred.isEmpty()) {
            return this;
        }
        List<DeferredReward> left = deferred.stream()
                .filter(reward -> reward.visit() != visit || !reward.rule().equals(rule))
                .toList();
        return new RewardMemory(shared, times, left);
    }

    int times(int node) {
        return times.getOrDefault(node, 0);
    }
}
