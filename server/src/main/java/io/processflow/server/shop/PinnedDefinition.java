package io.processflow.server.shop;

/** One version of a definition, as a published element keeps it for good. */
public record PinnedDefinition(long definitionId, long versionId, int version, Definition definition) {}
