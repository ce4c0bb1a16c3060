package io.processflow.server.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the server where to find it. */
@Component
class Announcement {

    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final BaseUrl baseUrl;

    Announcement(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        LOG.info("ProcessFlow is ready: {}", baseUrl.uri());
        if (!baseUrl.https() && !baseUrl.loopback()) {
            LOG.warn("People reach this installation without https, so their passwords travel openly."
                    + " Put a proxy with a certificate before it and set PROCESSFLOW_BASE_URL.");
        }
    }
}
