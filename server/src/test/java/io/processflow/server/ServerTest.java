package io.processflow.server;

import io.processflow.server.runtime.InvariantsHold;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole server, on a port and a PostgreSQL. All of them share one application, so a test makes its own people
 * and teams and counts on nothing being empty. Afterwards the invariants hold for every instance it made.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "processflow.base-url=http://localhost:8080",
            "processflow.data=target/test-data",
            "processflow.activity.calls.wrong-tokens-per-minute=200",
            "processflow.activity.allowed-networks=127.0.0.0/8,::1/128",
            // All tests come from one address.
            "processflow.account.limits.sign-ups=100000",
            "processflow.account.limits.sign-ins=100000"
        })
@AutoConfigureMockMvc
@ExtendWith(InvariantsHold.class)
@ContextConfiguration(initializers = TestDatabase.class)
public @interface ServerTest {}
