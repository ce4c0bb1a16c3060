package io.processflow.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.processflow.server.matrix.EndpointMatrix;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Every endpoint has a row in {@code matrix/<module>.csv} that says what each kind of actor gets, and every row holds: one
 * request per row and actor. E-mail verification is required here, so that there is an unverified actor.
 */
@ServerTest
@TestPropertySource(properties = "processflow.account.email-verification=required")
class EndpointMatrixTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void hasARowForEveryMappingAndNoRowForNone() {
        Set<String> rows = EndpointMatrix.mappingsOfRows();
        Set<String> mappings = EndpointMatrix.mappingsOf(application);
        assertThat(mappings).as("mappings without a row").isSubsetOf(rows);
        assertThat(rows).as("rows without a mapping").isSubsetOf(mappings);
    }

    @TestFactory
    Stream<DynamicNode> answersEachActorAsItsRowSays() {
        EndpointMatrix matrix = new EndpointMatrix(port, jdbc);
        return matrix.rows().stream()
                .map(row -> dynamicContainer(
                        row.method() + " " + row.path(),
                        row.actors().stream()
                                .map(actor -> dynamicTest(
                                        actor + " gets " + row.expectedFor(actor), () -> matrix.check(row, actor)))));
    }
}
