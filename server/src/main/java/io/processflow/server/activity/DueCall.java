package io.processflow.server.activity;

/** A call this node has leased; whoever writes back says which attempt it was. */
record DueCall(
        long id,
        long elementInstanceId,
        int visit,
        long instanceId,
        long teamId,
        String webhookId,
        int attempt,
        int maxAttempts,
        String url,
        String data) {}
