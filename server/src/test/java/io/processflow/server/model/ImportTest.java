package io.processflow.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser.Answer;
import io.processflow.server.ServerTest;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class ImportTest {

    private static final String TWO_PROCESSES = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
              <process id="a" name="First"><startEvent id="a1"/><task id="a2" name="Do a"/><endEvent id="a3"/>
                <sequenceFlow id="a4" sourceRef="a1" targetRef="a2"/><sequenceFlow id="a5" sourceRef="a2" targetRef="a3"/></process>
              <process id="b" name="Second"><startEvent id="b1"/><task id="b2" name="Do b"/><endEvent id="b3"/>
                <sequenceFlow id="b4" sourceRef="b1" targetRef="b2"/><sequenceFlow id="b5" sourceRef="b2" targetRef="b3"/></process>
            </definitions>""";

    @LocalServerPort
    private int port;

    @Test
    void tellsWhatRunsTwice() {
        Workshop workshop = Workshop.openWithRoles(port);
        Answer answer = workshop.importing(Workshop.shipOrder()).expect(201);
        JsonNode model = answer.json().path("processModels").path(0);
        assertThat(model.path("name").asString()).isEqualTo("Ship an order");
        assertThat(answer.json().path("proposedRoles")).isEmpty();
        JsonNode twice = finding(model, "lack-of-synchronisation");
        assertThat(twice.path("elementId").asString()).isEqualTo("PreparePickUp");
        assertThat(twice.path("message").asString()).contains("Prepare for pick-up", "runs twice");
        assertThat(twice.path("severity").asString()).isEqualTo("warning");
        assertThat(texts(twice.path("run")))
                .startsWith("Start", "Start_Split", "Split")
                .endsWith("PreparePickUp");
    }

    @Test
    void findsTheSameInTheSampleFile() {
        Workshop workshop = Workshop.openWithRoles(port);
        Answer answer =
                workshop.importing(Workshop.sample("dispatch-of-goods.bpmn")).expect(201);
        JsonNode twice = finding(answer.json().path("processModels").path(0), "lack-of-synchronisation");
        assertThat(twice.path("message").asString()).contains("Prepare for picking up goods");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reference/A.1.0.bpmn", "reference/A.2.0.bpmn", "recourse.bpmn", "self-service-restaurant.bpmn"})
    void importsTheSampleFiles(String name) {
        Workshop workshop = Workshop.open(port);
        workshop.importing(Workshop.sample(name)).expect(201);
    }

    @Test
    void makesTwoModelsOfTheCreditScoringFile() {
        Workshop workshop = Workshop.open(port);
        JsonNode made = workshop.importing(Workshop.sample("credit-scoring-synchronous.bpmn"))
                .expect(201)
                .json();
        assertThat(made.path("processModels")).hasSize(2);
        made.path("processModels")
                .forEach(model -> assertThat(model.path("findings"))
                        .anyMatch(finding -> finding.path("severity").asString().equals("stand-in")));
    }

    @Test
    void proposesTheRolesTheTeamLacks() {
        Workshop workshop = Workshop.open(port, "Secretary");
        Answer answer = workshop.importing(Workshop.shipOrder()).expect(201);
        assertThat(texts(answer.json().path("proposedRoles"))).containsExactlyInAnyOrder("Logistics", "Warehouse");
    }

    @Test
    void makesAModelOfEachProcess() {
        Workshop workshop = Workshop.open(port, "Clerk");
        String path =
                "/api/teams/" + workshop.teamId() + "/process-models/import?defaultRoleId=" + workshop.role("Clerk");
        JsonNode models =
                workshop.owner().post(path, TWO_PROCESSES).expect(201).json().path("processModels");
        assertThat(models).hasSize(2);
        models.forEach(model -> {
            assertThat(model.path("findings"))
                    .noneMatch(finding -> finding.path("severity").asString().equals("error"));
            workshop.publish(model.path("id").asLong(), null).expect(201);
        });
    }

    @Test
    void takesTheNameItIsGiven() {
        Workshop workshop = Workshop.open(port);
        String path = "/api/teams/" + workshop.teamId() + "/process-models/import?name=Shipping";
        JsonNode made =
                workshop.owner().post(path, Workshop.shipOrder()).expect(201).json();
        assertThat(made.path("processModels").path(0).path("name").asString()).isEqualTo("Shipping");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<no-bpmn/>",
                "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">\n<process id=\"p\">\n<task id=\"a\"/>"
                        + "<task id=\"a\"/></process></definitions>",
            })
    void refusesWhatIsNoModelAndStoresNothing(String xml) {
        Workshop workshop = Workshop.open(port);
        Answer answer = workshop.importing(xml).expect(422);
        assertThat(answer.code()).isNotEmpty();
        assertThat(answer.json().path("detail").asString()).isNotEmpty().doesNotContain("Exception", "root:");
        assertThat(models(workshop)).isEmpty();
    }

    @Test
    void tellsTheLineOfAnError() {
        Workshop workshop = Workshop.open(port);
        Answer answer = workshop.importing("<a>\n<b>\n</c>\n</a>").expect(422);
        assertThat(answer.json().path("line").asInt()).isEqualTo(3);
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        Workshop workshop = Workshop.open(port);
        String large = Workshop.shipOrder() + "<!--" + "x".repeat(6 * 1024 * 1024) + "-->";
        workshop.importing(large).expect(422);
        assertThat(models(workshop)).isEmpty();
    }

    @Test
    void refusesAnUnknownDefaultRoleAndStoresNothing() {
        Workshop workshop = Workshop.open(port);
        String path = "/api/teams/" + workshop.teamId() + "/process-models/import?defaultRoleId=999999999";
        Answer answer = workshop.owner().post(path, Workshop.shipOrder()).expect(422);
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("defaultRoleId");
        assertThat(models(workshop)).isEmpty();
    }

    @Test
    void takesXmlAlone() {
        Workshop workshop = Workshop.open(port);
        String path = "/api/teams/" + workshop.teamId() + "/process-models/import";
        workshop.owner()
                .send("POST", path, Workshop.shipOrder(), Map.of("Content-Type", "application/json"))
                .expect(415);
        workshop.owner()
                .send("POST", path, Workshop.shipOrder(), Map.of("Content-Type", "text/xml"))
                .expect(201);
        workshop.owner()
                .send("POST", path, Workshop.shipOrder(), Map.of("Content-Type", "application/octet-stream"))
                .expect(201);
    }

    private static JsonNode models(Workshop workshop) {
        return workshop.owner()
                .get("/api/teams/" + workshop.teamId() + "/process-models")
                .expect(200)
                .json()
                .path("items");
    }

    private static JsonNode finding(JsonNode model, String code) {
        return StreamSupport.stream(model.path("findings").spliterator(), false)
                .filter(finding -> finding.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected a finding " + code + " in " + model));
    }

    private static java.util.List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
