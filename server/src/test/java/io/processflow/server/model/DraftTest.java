package io.processflow.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser.Answer;
import io.processflow.server.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class DraftTest {

    @LocalServerPort
    private int port;

    private Workshop workshop;
    private long modelId;

    @BeforeEach
    void importADrawing() {
        workshop = Workshop.openWithRoles(port);
        modelId = workshop.imported(Workshop.shipOrder());
    }

    @Test
    void isReadAsItWasImported() {
        Answer draft = workshop.owner().get(diagram()).expect(200);
        assertThat(draft.body()).isEqualTo(Workshop.shipOrder());
        assertThat(draft.header("ETag")).isEqualTo("\"1\"");
        assertThat(draft.header("Content-Type")).startsWith("application/xml");
    }

    @Test
    void isSavedOnlyAtTheRevisionThatWasRead() {
        Answer saved = workshop.save(modelId, 1, Workshop.shipOrderRepaired()).expect(200);
        assertThat(saved.json().path("draftRevision").asLong()).isEqualTo(2);
        assertThat(saved.header("ETag")).isEqualTo("\"2\"");
        assertThat(saved.json().path("findings"))
                .noneMatch(finding -> finding.path("code").asString().equals("lack-of-synchronisation"));

        Answer stale = workshop.save(modelId, 1, Workshop.shipOrder()).expect(412);
        assertThat(stale.code()).isEqualTo("stale-draft");
        assertThat(stale.json().path("draftRevision").asLong()).isEqualTo(2);
        assertThat(workshop.owner().get(diagram()).body()).isEqualTo(Workshop.shipOrderRepaired());
    }

    @Test
    void needsIfMatch() {
        assertThat(workshop.owner()
                        .put(diagram(), Workshop.shipOrder())
                        .expect(428)
                        .code())
                .isEqualTo("if-match-missing");
        workshop.owner()
                .send("PUT", diagram(), Workshop.shipOrder(), Map.of("If-Match", "nonsense"))
                .expect(412);
    }

    @Test
    void isKeptHalfDrawn() {
        String halfDrawn = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
                  <process id="p"><task id="a" name="Alone"/><sequenceFlow id="f" sourceRef="a" targetRef="gone"/></process>
                </definitions>""";
        Answer saved = workshop.save(modelId, 1, halfDrawn).expect(200);
        assertThat(saved.json().path("findings"))
                .anyMatch(finding -> finding.path("code").asString().equals("R-loose-flow"));
        assertThat(workshop.owner().get(diagram()).body()).isEqualTo(halfDrawn);
    }

    @Test
    void isRefusedWhenItIsNotWellFormed() {
        Answer refused = workshop.save(modelId, 1, "<definitions>\n<process>\n</definitions>")
                .expect(422);
        assertThat(refused.json().path("line").asInt()).isEqualTo(3);
        workshop.save(modelId, 1, "<!DOCTYPE d [<!ENTITY a \"b\">]><d/>").expect(422);
        assertThat(workshop.owner().get(diagram()).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void givesUpTheOlderOfTwoSaves() {
        var statuses = java.util.stream.IntStream.range(0, 4)
                .parallel()
                .map(i ->
                        workshop.save(modelId, 1, Workshop.shipOrderRepaired()).status())
                .sorted()
                .boxed()
                .toList();
        assertThat(statuses).containsExactly(200, 412, 412, 412);
    }

    @Test
    void ofANewModelHoldsAStart() {
        Answer made = workshop.owner()
                .post("/api/teams/" + workshop.teamId() + "/process-models", """
                        {"name": "A & B <new>", "description": "Made by hand"}""")
                .expect(201);
        long id = made.json().path("id").asLong();
        assertThat(made.json().path("publishedVersion").isNull()).isTrue();
        assertThat(workshop.owner()
                        .get("/api/process-models/" + id + "/diagram")
                        .body())
                .contains("startEvent", "A &amp; B &lt;new&gt;");
        Answer checked = workshop.owner()
                .post("/api/process-models/" + id + "/verify", null)
                .expect(200);
        assertThat(checked.json().path("findings"))
                .anyMatch(finding -> finding.path("severity").asString().equals("error"));
    }

    private String diagram() {
        return "/api/process-models/" + modelId + "/diagram";
    }
}
