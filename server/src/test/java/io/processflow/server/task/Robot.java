package io.processflow.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works off instances of one process over the API, knowing no more than what its worklist tells: each run answers the
 * decisions in another way than all runs before, until every path has been gone. A decision that comes again within a run
 * gets an answer it has not had in this run, so that each way back is gone once and every run comes to its end.
 */
final class Robot {

    private static final int MOST_RUNS = 100;
    private static final int MOST_STEPS = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Browser browser;
    private final long modelId;
    /** How the decisions of the run under way are answered, and those of the next one up to where it leaves this path. */
    private final List<Turn> turns = new ArrayList<>();

    /** A decision of a run: which of its open answers is given. */
    private record Turn(int taken, int of) {}

    /** What has become of an instance: it as the API shows it, and the steps of people in the order they were done. */
    record Run(JsonNode instance, List<String> steps) {}

    Robot(Browser browser, long modelId) {
        this.browser = browser;
        this.modelId = modelId;
    }

    /** Runs the process once on each of its paths. */
    List<Run> runEveryPath() {
        List<Run> runs = new ArrayList<>();
        do {
            assertThat(runs).as("the paths of process %d", modelId).hasSizeLessThan(MOST_RUNS);
            runs.add(new Work().toTheEnd());
        } while (nextPath());
        return runs;
    }

    private boolean nextPath() {
        while (!turns.isEmpty()) {
            Turn last = turns.removeLast();
            if (last.taken() + 1 < last.of()) {
                turns.add(new Turn(last.taken() + 1, last.of()));
                return true;
            }
        }
        return false;
    }

    /** One instance. */
    private final class Work {

        private final PriorityQueue<JsonNode> open = new PriorityQueue<>(
                Comparator.comparingLong(task -> task.path("id").asLong()));
        private final Set<Long> known = new HashSet<>();
        private final List<String> steps = new ArrayList<>();
        private final Map<String, List<String>> answers = new HashMap<>();
        private int decisions;

        Run toTheEnd() {
            JsonNode started = post("/api/instance/create", Map.of("processModelId", modelId, "inputs", inputs()));
            keep(started.path("tasks"));
            while (!open.isEmpty()) {
                assertThat(steps).as("the steps of one run").hasSizeLessThan(MOST_STEPS);
                work(open.remove());
            }
            String instance = "/api/process-instances/"
                    + started.path("processInstanceId").asLong();
            return new Run(browser.get(instance).expect(200).json(), List.copyOf(steps));
        }

        private void work(JsonNode task) {
            JsonNode form = task.path("form");
            Object answer = answer(task.path("name").asString(), form);
            steps.add(task.path("name").asString() + (answer == null ? "" : " → " + answer));
            Map<String, Object> data =
                    answer == null ? Map.of() : Map.of(form.path("variable").asString(), answer);
            String path = "/api/tasks/" + task.path("id").asLong() + "/complete";
            keep(post(path, Map.of("data", data)).path("tasks"));
        }

        private void keep(JsonNode tasks) {
            tasks.valueStream()
                    .filter(task -> known.add(task.path("id").asLong()))
                    .forEach(open::add);
        }

        private @Nullable Object answer(String step, JsonNode form) {
            return switch (form.path("kind").asString()) {
                case "info" -> null;
                case "text" -> "1";
                case "multiple" -> List.of(form.path("choices").path(0).asString());
                case "single" -> decided(step, choices(form));
                default -> throw new AssertionError("expected a form that a person can fill in, but got " + form);
            };
        }

        private String decided(String step, List<String> choices) {
            List<String> before = answers.computeIfAbsent(step + choices, fresh -> new ArrayList<>());
            List<String> left =
                    choices.stream().filter(choice -> !before.contains(choice)).toList();
            if (left.isEmpty()) {
                left = List.of(choices.get(before.size() % choices.size()));
            }
            if (decisions == turns.size()) {
                turns.add(new Turn(0, left.size()));
            }
            String answer = left.get(turns.get(decisions++).taken());
            before.add(answer);
            return answer;
        }
    }

    private static List<String> choices(JsonNode form) {
        return form.path("choices").valueStream().map(JsonNode::asString).toList();
    }

    private Map<String, String> inputs() {
        return browser.get("/api/process-models/" + modelId + "/inputs")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .collect(Collectors.toMap(input -> input.path("name").asString(), input -> "1"));
    }

    private JsonNode post(String path, Map<String, Object> body) {
        return browser.post(path, JSON.writeValueAsString(body)).expect(200).json();
    }
}
