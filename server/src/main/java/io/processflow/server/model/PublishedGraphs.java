package io.processflow.server.model;

import org.jspecify.annotations.Nullable;

/** Gives the compiled versions that instances run on. */
public interface PublishedGraphs {

    /**
     * The compiled version, from the cache when it was used before.
     *
     * @throws io.processflow.server.platform.Rejection 404 when there is no such version in the teams in scope
     */
    CompiledVersion load(long modelId, int version);

    /** The version if it is at hand; null when it has to be {@linkplain #load loaded}. */
    @Nullable
    CompiledVersion cached(long modelId, int version);
}
