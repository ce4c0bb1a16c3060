package io.processflow.server.model;

import org.springframework.stereotype.Component;

/** What publishing writes to. */
@Component
record PublishingStores(ProcessModelStore models, DraftStore drafts, VersionStore versions, GraphWriteStore graphs) {}
