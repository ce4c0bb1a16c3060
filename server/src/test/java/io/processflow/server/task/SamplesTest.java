package io.processflow.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser.Answer;
import io.processflow.server.ServerTest;
import io.processflow.server.model.Workshop;
import io.processflow.server.task.Robot.Run;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Diagrams that others drew in other tools, from the import to the end of every path. */
@ServerTest
class SamplesTest {

    private static final String NOBODYS_STEPS = "Everybody";
    /** It draws what can not run. */
    private static final String BLOCKED = "reference/C.3.0.bpmn";

    @LocalServerPort
    private int port;

    static List<String> runnable() {
        return Workshop.samples().stream().filter(file -> !file.equals(BLOCKED)).toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("runnable")
    void importsPublishesAndRunsToItsEndOnEveryPath(String file) {
        Workshop workshop = Workshop.open(port);
        String importing = "/api/teams/" + workshop.teamId() + "/process-models/import?defaultRoleId="
                + workshop.role(NOBODYS_STEPS);
        JsonNode made = workshop.owner()
                .post(importing, Workshop.sample(file))
                .expect(201)
                .json();
        made.path("proposedRoles").forEach(role -> workshop.role(role.asString()));
        workshop.takeEveryRole();
        assertThat(made.path("processModels")).isNotEmpty();
        for (JsonNode model : made.path("processModels")) {
            publish(workshop, model);
            run(workshop, model);
        }
    }

    @Test
    void sayWhyTheyCanNotBePublished() {
        Workshop workshop = Workshop.open(port);
        String importing = "/api/teams/" + workshop.teamId() + "/process-models/import?defaultRoleId="
                + workshop.role(NOBODYS_STEPS);
        JsonNode made = workshop.owner()
                .post(importing, Workshop.sample(BLOCKED))
                .expect(201)
                .json();
        made.path("proposedRoles").forEach(role -> workshop.role(role.asString()));
        Answer refused = workshop.publish(
                        made.path("processModels").path(0).path("id").asLong(), "{\"force\": true}")
                .expect(422);
        assertThat(refused.json().path("findings").valueStream())
                .filteredOn(finding -> finding.path("severity").asString().equals("error"))
                .extracting(finding -> finding.path("message").asString())
                .containsExactly("“Analyse customer request” can not run: it takes or gives several tokens at once.");
    }

    /** Without stand-ins at once, else after they were confirmed; the findings name each of them. */
    private static void publish(Workshop workshop, JsonNode model) {
        long id = model.path("id").asLong();
        JsonNode findings = model.path("findings");
        Set<String> confirmed = findings.valueStream()
                .filter(finding -> finding.path("severity").asString().equals("stand-in"))
                .map(finding -> finding.path("elementId").asString())
                .collect(Collectors.toSet());
        assertThat(confirmed)
                .as("elements with a stand-in")
                .containsAll(drawing(workshop, id).standIns());
        Answer first = workshop.publish(id, null);
        if (first.status() != 201) {
            assertThat(first.expect(409).code()).as(first.body()).isEqualTo("confirm");
            workshop.publish(id, "{\"force\": true}").expect(201);
        } else {
            assertThat(confirmed).isEmpty();
        }
    }

    private static void run(Workshop workshop, JsonNode model) {
        long id = model.path("id").asLong();
        List<Run> runs = new Robot(workshop.owner(), id).runEveryPath();
        assertThat(runs)
                .allSatisfy(run -> assertThat(run.instance().path("status").asString())
                        .as("%s after %s", run.instance(), run.steps())
                        .isEqualTo("Completed"));
        Set<String> passed = runs.stream()
                .flatMap(run -> run.instance().path("path").valueStream())
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        assertThat(passed).as("flows passed").containsAll(drawing(workshop, id).flows());
    }

    private static SampleDrawing drawing(Workshop workshop, long modelId) {
        return SampleDrawing.read(workshop.owner()
                .get("/api/process-models/" + modelId + "/diagram")
                .expect(200)
                .body());
    }
}
