package io.processflow.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.bpmn.BpmnReader;
import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.ElementKey;
import io.processflow.server.Browser.Answer;
import io.processflow.server.ServerTest;
import io.processflow.server.platform.TeamScope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class PublishingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TeamScope scope;

    @Autowired
    private Drawings drawings;

    @Autowired
    private PublishedGraphs graphs;

    private Workshop workshop;

    @BeforeEach
    void openAWorkshop() {
        workshop = Workshop.openWithRoles(port);
    }

    @Test
    void wantsFindingsAboutBehaviourToBeConfirmed() {
        long id = workshop.imported(Workshop.shipOrder());
        Answer asked = workshop.publish(id, "{\"note\": \"First\"}").expect(409);
        assertThat(asked.code()).isEqualTo("confirm");
        assertThat(asked.json().path("findings"))
                .anyMatch(finding -> finding.path("code").asString().equals("lack-of-synchronisation"));
        assertThat(model(id).path("latestVersion").isNull()).isTrue();

        workshop.publish(id, "{\"note\": \"First\", \"force\": true}").expect(201);
        assertThat(model(id).path("publishedVersion").asInt()).isEqualTo(1);
    }

    @Test
    void publishesTheRepairedDrawingAsSound() {
        long id = workshop.imported(Workshop.shipOrder());
        assertThat(verdict(id)).isEqualTo("unsound");
        workshop.save(id, 1, Workshop.shipOrderRepaired()).expect(200);
        assertThat(verdict(id)).isEqualTo("sound");

        Answer published = workshop.publish(id, "{\"note\": \"Joined\"}").expect(201);
        assertThat(published.json().path("version").asInt()).isEqualTo(1);
        JsonNode model = model(id);
        assertThat(model.path("publishedVersion").asInt()).isEqualTo(1);
        assertThat(model.path("latestVersion").asInt()).isEqualTo(1);
        assertThat(model.path("hasDraftChanges").asBoolean()).isFalse();
        JsonNode version = versions(id).path(0);
        assertThat(version.path("note").asString()).isEqualTo("Joined");
        assertThat(version.path("publishedBy").asString())
                .isEqualTo(workshop.owner().me().path("username").asString());
        assertThat(version.path("runningInstances").asInt(-1)).isZero();
        assertThat(workshop.owner()
                        .get("/api/process-models/" + id + "/versions/1/diagram")
                        .body())
                .isEqualTo(Workshop.shipOrderRepaired());
    }

    @Test
    void refusesADrawingWithErrors() {
        Workshop bare = Workshop.open(port);
        long id = bare.imported(Workshop.shipOrderRepaired());
        Answer refused = bare.publish(id, "{\"force\": true}").expect(422);
        assertThat(refused.code()).isEqualTo("findings");
        assertThat(refused.json().path("findings"))
                .anyMatch(finding -> finding.path("code").asString().equals("no-role"));
        assertThat(bare.owner()
                        .get("/api/process-models/" + id + "/versions")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void refusesADraftThatWasSavedSince() {
        long id = workshop.imported(Workshop.shipOrderRepaired());
        Answer stale = workshop.owner()
                .send("POST", "/api/process-models/" + id + "/publish", "{}", Map.of("If-Match", "\"7\""))
                .expect(412);
        assertThat(stale.code()).isEqualTo("stale-draft");
        workshop.owner()
                .send("POST", "/api/process-models/" + id + "/publish", "{}", Map.of("If-Match", "\"1\""))
                .expect(201);
    }

    @Test
    void numbersVersionsOfConcurrentPublishesOneAfterTheOther() {
        long id = workshop.imported(Workshop.shipOrderRepaired());
        List<Integer> made = IntStream.range(0, 3)
                .parallel()
                .map(i -> workshop.publish(id, null)
                        .expect(201)
                        .json()
                        .path("version")
                        .asInt())
                .sorted()
                .boxed()
                .toList();
        assertThat(made).containsExactly(1, 2, 3);
        assertThat(StreamSupport.stream(versions(id).spliterator(), false)
                        .map(version -> version.path("version").asInt()))
                .containsExactly(3, 2, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dispatch-of-goods.bpmn",
                "recourse.bpmn",
                "self-service-restaurant.bpmn",
                "reference/A.1.0.bpmn",
                "reference/A.2.0.bpmn",
            })
    void readsBackExactlyWhatASampleCompilesTo(String sample) {
        readsBack(Workshop.sample(sample));
    }

    @Test
    void readsBackExactlyWhatWasCompiled() {
        readsBack(Workshop.shipOrderRepaired());
        readsBack(drawingWithData());
    }

    private void readsBack(String xml) {
        String path = "/api/teams/" + workshop.teamId() + "/process-models/import?defaultRoleId="
                + workshop.role("Logistics");
        JsonNode models = workshop.owner().post(path, xml).expect(201).json().path("processModels");
        long id = models.path(0).path("id").asLong();
        int version = workshop.publish(id, "{\"force\": true}")
                .expect(201)
                .json()
                .path("version")
                .asInt();
        byte[] draft = workshop.owner()
                .get("/api/process-models/" + id + "/diagram")
                .body()
                .getBytes(StandardCharsets.UTF_8);
        scope.inTeam(workshop.teamId(), () -> {
            List<Element> compiled = drawings.compile(workshop.teamId(), BpmnReader.readDraft(draft))
                    .compilation()
                    .elements();
            CompiledVersion stored = graphs.load(id, version);
            List<Element> read = IntStream.range(0, stored.graph().size())
                    .mapToObj(index -> stored.node(index).element())
                    .toList();
            assertThat(read).isEqualTo(compiled);
            assertThat(graphs.load(id, version)).isSameAs(stored);
            return id;
        });
    }

    @Test
    void keepsForEachNodeWhoDoesItAndWhere() {
        long id = workshop.imported(Workshop.shipOrderRepaired());
        workshop.publish(id, null).expect(201);
        CompiledVersion version = scope.inTeam(workshop.teamId(), () -> graphs.load(id, 1));
        int index = version.graph().indexOf(ElementKey.drawn("InsureParcel"));
        assertThat(version.node(index).roleId()).isEqualTo(workshop.role("Logistics"));
        assertThat(version.node(index).executionUrl()).isEqualTo("/instance/task/activity");
        assertThat(version.node(index).title()).isEqualTo("Insure the parcel");
        assertThat(version.indexOf(version.node(index).elementId())).isEqualTo(index);
        assertThat(version.teamId()).isEqualTo(workshop.teamId());
    }

    @Test
    void bindsAnAutomaticActivityToTheVersionOfItsDefinition() {
        Answer definition = workshop.owner()
                .post("/api/teams/" + workshop.teamId() + "/node-definitions", """
                        {"visibility": "Team", "definition": {"name": "Label printer", "icon": "Printer", "tries": 2,
                         "executionMode": "Automatic", "executionUrl": "http://127.0.0.1:8085/label"}}""")
                .expect(201);
        String bound = Workshop.shipOrderRepaired()
                .replace(
                        "<bpmn:task id=\"WriteLabel\" name=\"Write package label\">",
                        "<bpmn:serviceTask id=\"WriteLabel\" name=\"Write package label\"><bpmn:extensionElements>"
                                + "<p:data xmlns:p=\"urn:processflow:bpmn:1.0\">{\"nodeDefinitionId\": "
                                + definition.json().path("id").asLong() + "}</p:data></bpmn:extensionElements>")
                .replaceFirst(
                        "(<bpmn:outgoing>WriteLabel_ExtrasDone</bpmn:outgoing>\\s*)</bpmn:task>",
                        "$1</bpmn:serviceTask>");
        long id = workshop.imported(bound);
        workshop.publish(id, null).expect(201);
        workshop.owner()
                .put("/api/node-definitions/" + definition.json().path("id").asLong(), """
                        {"visibility": "Team", "definition": {"name": "Label printer", "icon": "Printer",
                         "executionMode": "Automatic", "executionUrl": "http://127.0.0.1:8085/other"}}""")
                .expect(200);
        CompiledVersion version = scope.inTeam(workshop.teamId(), () -> graphs.load(id, 1));
        var node = version.node(version.graph().indexOf(ElementKey.drawn("WriteLabel")));
        assertThat(node.executionUrl()).isEqualTo("http://127.0.0.1:8085/label");
        assertThat(node.data().isAutomatic()).isTrue();
        assertThat(node.data().text("retries")).isEqualTo("2");
    }

    @Test
    void refusesPatternsAndAddressesThatCanNotBeUsed() {
        String drawn = drawingWithData()
                .replace("[0-9]+", "(?=a)b")
                .replace("\"activityType\"", "\"executionUrl\": \"https://0x7f.1/\", \"activityType\"");
        long id = workshop.imported(drawn);
        Answer refused = workshop.publish(id, "{\"force\": true}").expect(422);
        assertThat(StreamSupport.stream(refused.json().path("findings").spliterator(), false)
                        .map(finding -> finding.path("code").asString()))
                .contains("bad-pattern", "bad-url");
    }

    @Test
    void choosesTheVersionNewStartsUse() {
        long id = workshop.imported(Workshop.shipOrderRepaired());
        workshop.publish(id, null).expect(201);
        workshop.publish(id, null).expect(201);
        String path = "/api/process-models/" + id;
        workshop.owner().patch(path, "{\"publishedVersion\": 1}").expect(200);
        assertThat(model(id).path("publishedVersion").asInt()).isEqualTo(1);
        workshop.owner().patch(path, "{\"name\": \"Other\"}").expect(200);
        assertThat(model(id).path("publishedVersion").asInt()).isEqualTo(1);
        workshop.owner().patch(path, "{\"publishedVersion\": null}").expect(200);
        assertThat(model(id).path("publishedVersion").isNull()).isTrue();
        workshop.owner().patch(path, "{\"publishedVersion\": 9}").expect(422);
        workshop.owner().patch(path, "{\"publishedVersion\": \"two\"}").expect(422);
    }

    @Test
    void restoresAnOlderDrawing() {
        long id = workshop.imported(Workshop.shipOrderRepaired());
        workshop.publish(id, null).expect(201);
        workshop.save(id, 1, Workshop.shipOrder()).expect(200);
        assertThat(model(id).path("hasDraftChanges").asBoolean()).isTrue();
        Answer restored = workshop.owner()
                .post("/api/process-models/" + id + "/versions/1/restore", null)
                .expect(200);
        assertThat(restored.json().path("draftRevision").asLong()).isEqualTo(3);
        assertThat(restored.json().path("hasDraftChanges").asBoolean()).isFalse();
        workshop.owner()
                .post("/api/process-models/" + id + "/versions/8/restore", null)
                .expect(404);
    }

    @Test
    void tellsWhatAStartMustGive() {
        long id = workshop.imported(drawingWithData());
        String path = "/api/process-models/" + id + "/inputs";
        assertThat(workshop.owner()
                        .get(path)
                        .expect(200)
                        .json()
                        .path("items")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("customer");
        workshop.publish(id, "{\"force\": true}").expect(201);
        assertThat(workshop.owner().get(path).expect(200).json().path("items")).hasSize(1);
    }

    @Test
    void isNotDoneForADeletedModel() {
        long id = workshop.imported(Workshop.shipOrderRepaired());
        workshop.owner().delete("/api/process-models/" + id).expect(204);
        workshop.publish(id, null).expect(404);
    }

    private String drawingWithData() {
        return DRAWING_WITH_DATA.replace("\"0\"", "\"" + workshop.role("Secretary") + "\"");
    }

    private String verdict(long id) {
        return workshop.owner()
                .post("/api/process-models/" + id + "/verify", null)
                .expect(200)
                .json()
                .path("verdict")
                .asString();
    }

    private JsonNode model(long id) {
        return workshop.owner().get("/api/process-models/" + id).expect(200).json();
    }

    private JsonNode versions(long id) {
        return workshop.owner()
                .get("/api/process-models/" + id + "/versions")
                .expect(200)
                .json()
                .path("items");
    }

    private static final String DRAWING_WITH_DATA = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:p="urn:processflow:bpmn:1.0" id="d"
                targetNamespace="t">
              <bpmn:process id="process" name="With data">
                <bpmn:extensionElements><p:data>{"assignedRole": "0"}</p:data></bpmn:extensionElements>
                <bpmn:startEvent id="start"><bpmn:extensionElements>
                  <p:data>{"outputs": {"inputVariableNames-0": "customer"}}</p:data></bpmn:extensionElements></bpmn:startEvent>
                <bpmn:userTask id="ask" name="Ask {customer}"><bpmn:extensionElements>
                  <p:data>{"zeta": [1, 2.50, true, null, {"b": "ü", "a": ""}], "nodeDefinitionId": 1,
                    "activityType": "Text input", "inputRegex": "[0-9]+", "outputs": {"userInputVariableName": "age"},
                    "gamificationType": "Points", "gamificationOptions": {"pointType": "Experience",
                    "pointsApplicationMethod": "incrementBy", "pointsForSuccess": "20"}}</p:data>
                  </bpmn:extensionElements></bpmn:userTask>
                <bpmn:exclusiveGateway id="old" default="young"/>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
                <bpmn:sequenceFlow id="f2" sourceRef="ask" targetRef="old"/>
                <bpmn:sequenceFlow id="grown" sourceRef="old" targetRef="end">
                  <bpmn:conditionExpression>${age >= 18}</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="young" sourceRef="old" targetRef="ask"/>
              </bpmn:process>
            </bpmn:definitions>""";
}
