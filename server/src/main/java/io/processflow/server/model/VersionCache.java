package io.processflow.server.model;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the compiled versions used last, bounded by their nodes, for versions differ in size by a thousand times. */
final class VersionCache {

    private static final int MOST_NODES = 200_000;

    private record Key(long modelId, int version) {}

    private final Map<Key, CompiledVersion> versions = new LinkedHashMap<>(64, 0.75f, true);
    private long nodes;

    synchronized @Nullable CompiledVersion get(long modelId, int version) {
        return versions.get(new Key(modelId, version));
    }

    /** The version that is kept: the one given, or an equal one that came first. */
    synchronized CompiledVersion put(CompiledVersion version) {
        CompiledVersion first = versions.putIfAbsent(new Key(version.modelId(), version.version()), version);
        if (first != null) {
            return first;
        }
        nodes += version.graph().size();
        Iterator<CompiledVersion> oldest = versions.values().iterator();
        while (nodes > MOST_NODES && versions.size() > 1) {
            nodes -= oldest.next().graph().size();
            oldest.remove();
        }
        return version;
    }

    synchronized void forget(long teamId) {
        versions.values().removeIf(version -> {
            boolean gone = version.teamId() == teamId;
            nodes -= gone ? version.graph().size() : 0;
            return gone;
        });
    }
}
