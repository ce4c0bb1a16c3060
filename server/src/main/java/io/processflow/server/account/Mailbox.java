package io.processflow.server.account;

import io.processflow.server.platform.database.DatabaseChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where mail to people goes: into the log, as long as no mail server can be configured. The link in a mail opens an account,
 * so it is written out only in a trial, where the database is the embedded one.
 */
@Component
class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final boolean logLinks;

    Mailbox(Environment environment) {
        this.logLinks = DatabaseChoice.of(environment) == DatabaseChoice.EMBEDDED;
    }

    void send(User to, String subject, String link) {
        if (logLinks) {
            LOG.info("Mail to user {}: {} {}", to.id(), subject, link);
        } else {
            LOG.info("Mail to user {} was not sent, because no mail server is configured: {}", to.id(), subject);
        }
    }
}
