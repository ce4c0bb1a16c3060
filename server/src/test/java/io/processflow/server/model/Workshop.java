package io.processflow.server.model;

import io.processflow.server.Browser;
import io.processflow.server.Browser.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;

/** A team with the roles of the diagram "Ship an order", and its owner at a browser. */
public final class Workshop {

    private final Browser owner;
    private final long teamId;
    private final Map<String, Long> roles = new HashMap<>();

    private Workshop(Browser owner, long teamId) {
        this.owner = owner;
        this.teamId = teamId;
    }

    public static Workshop open(int port, String... roles) {
        return another(Browser.signedUp(port, "editor"), roles);
    }

    /** One more team of the same owner. */
    public static Workshop another(Browser owner, String... roles) {
        long teamId = owner.post("/api/teams", "{\"name\": \"Workshop\"}")
                .expect(201)
                .json()
                .path("id")
                .asLong();
        Workshop workshop = new Workshop(owner, teamId);
        for (String role : roles) {
            workshop.role(role);
        }
        return workshop;
    }

    public static Workshop openWithRoles(int port) {
        return open(port, "Logistics", "Secretary", "Warehouse");
    }

    public long role(String name) {
        return roles.computeIfAbsent(
                name,
                wanted -> owner.post("/api/teams/" + teamId + "/roles", """
                        {"name": "%s", "color": "#336699", "allowedPages": ["Tasks"]}""".formatted(wanted))
                        .expect(201)
                        .json()
                        .path("id")
                        .asLong());
    }

    /** The owner gets every role of the team, and with them every task. */
    public void takeEveryRole() {
        String ids =
                items("roles").stream().map(role -> role.path("id").asString()).collect(Collectors.joining(", "));
        String member = items("members").getFirst().path("userId").asString();
        owner.put("/api/teams/" + teamId + "/members/" + member + "/roles", "{\"roleIds\": [" + ids + "]}")
                .expect(200);
    }

    private List<JsonNode> items(String what) {
        return owner.get("/api/teams/" + teamId + "/" + what)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    public Browser owner() {
        return owner;
    }

    public long teamId() {
        return teamId;
    }

    /** What a POST of the file to the import answers. */
    public Answer importing(String xml) {
        return owner.post("/api/teams/" + teamId + "/process-models/import", xml);
    }

    /** The id of the only model made from the file. */
    public long imported(String xml) {
        return importing(xml)
                .expect(201)
                .json()
                .path("processModels")
                .path(0)
                .path("id")
                .asLong();
    }

    public Answer save(long modelId, long revision, String xml) {
        return owner.send(
                "PUT", "/api/process-models/" + modelId + "/diagram", xml, Map.of("If-Match", "\"" + revision + "\""));
    }

    public Answer publish(long modelId, String body) {
        return owner.post("/api/process-models/" + modelId + "/publish", body);
    }

    /** The project's own diagram; its branches meet in an exclusive gateway. */
    public static String shipOrder() {
        return file("docs/diagrams/ship-order.bpmn")
                .orElseThrow(() -> new IllegalStateException("expected docs/diagrams/ship-order.bpmn above here"));
    }

    /** The same diagram with the gateway made a parallel one. */
    public static String shipOrderRepaired() {
        return parallel(shipOrder(), "Meet");
    }

    /** A drawing with one exclusive gateway made a parallel one. */
    public static String parallel(String xml, String gateway) {
        int from = xml.indexOf("<bpmn:exclusiveGateway id=\"" + gateway + "\"");
        int to = xml.indexOf("</bpmn:exclusiveGateway>", from) + "</bpmn:exclusiveGateway>".length();
        String drawn = xml.substring(from, to);
        return xml.substring(0, from) + drawn.replace("exclusiveGateway", "parallelGateway") + xml.substring(to);
    }

    /** A diagram drawn by others; the test is skipped, and says so, where they are not beside the checkout. */
    public static String sample(String name) {
        Optional<String> xml = file("shared/samples/" + name);
        Assumptions.assumeTrue(xml.isPresent(), "skipped: there is no sample diagram " + name);
        return xml.orElseThrow();
    }

    /** The diagrams drawn by others that are there, in the order of their names; none where they are not. */
    public static List<String> samples() {
        Path folder = found("shared/samples").orElse(null);
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<String> file(String path) {
        return found(path).map(file -> {
            try {
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /** Beside the checkout or in it. */
    private static Optional<Path> found(String path) {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(at -> at.resolve(path))
                .filter(Files::exists)
                .findFirst();
    }
}
