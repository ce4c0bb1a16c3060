package io.processflow.server.model;

import io.processflow.bpmn.Severity;
import io.processflow.engine.graph.Element;
import io.processflow.engine.graph.NodeData;
import io.processflow.engine.graph.NodeType;
import io.processflow.engine.value.Value;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Rejection;
import io.processflow.server.shop.Definition;
import io.processflow.server.shop.Definition.Option;
import io.processflow.server.shop.ExecutionUrls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Looks at what only the server can judge of a node: patterns, addresses, options that depend on others. */
final class NodeChecks {

    /** Patterns compiled for one drawing; a drawing with more broken ones than this is told about these. */
    private static final int MOST_PROBLEMS = 100;

    /** Settings with a text or a number that neither the database nor an answer can hold. */
    static final String BAD_DATA = "bad-data";

    private final ExecutionUrls urls;
    private final TeamContext context;
    private final List<ModelFinding> findings = new ArrayList<>();

    private NodeChecks(ExecutionUrls urls, TeamContext context) {
        this.urls = urls;
        this.context = context;
    }

    static List<ModelFinding> of(List<Element> elements, ExecutionUrls urls, TeamContext context) {
        NodeChecks checks = new NodeChecks(urls, context);
        for (Element element : elements) {
            if (element.madeBy() == null && checks.findings.size() < MOST_PROBLEMS) {
                checks.look(element, new NodeData(element.data()));
            }
        }
        return List.copyOf(checks.findings);
    }

    private void look(Element element, NodeData data) {
        try {
            JsonValues.value(JsonValues.node(new Value.Fields(element.data())));
        } catch (Rejection notStorable) {
            error(
                    BAD_DATA,
                    element,
                    Map.of("reason", notStorable.detail()),
                    "The settings of “%s” can not be kept: %s");
            return;
        }
        if (element.type() == NodeType.activityNode) {
            pattern(element, data);
            Optional<Definition> definition = context.definitionOf(data).map(pinned -> pinned.definition());
            url(element, data, definition);
            definition.ifPresent(
                    known -> options(element, data, known.optionsDefinition().structure(), false));
        }
    }

    private void pattern(Element element, NodeData data) {
        String pattern = data.text(NodeData.INPUT_REGEX);
        if (pattern != null) {
            AnswerPattern.problem(pattern)
                    .ifPresent(problem -> error(
                            "bad-pattern",
                            element,
                            Map.of("pattern", pattern, "reason", problem),
                            "The pattern of “%s” can not be used. %s"));
        }
    }

    private void url(Element element, NodeData data, Optional<Definition> definition) {
        NodeAddress.of(data, definition)
                .filter(url -> !url.equals(Definition.BUILT_IN_FORM) || data.isAutomatic())
                .ifPresent(url -> urls.problem(url)
                        .ifPresent(problem -> error(
                                "bad-url",
                                element,
                                Map.of("url", url, "reason", problem),
                                "The address of “%s” can not be called. %s")));
    }

    /** Those that hang on a choice; what is always required the compiler has looked at. */
    private void options(Element element, NodeData data, List<Option> options, boolean dependent) {
        for (Option option : options) {
            String key = option.keyString();
            if (dependent && Boolean.TRUE.equals(option.required()) && key != null && isEmpty(data, key)) {
                String label = option.label() == null ? key : option.label();
                error("missing-option", element, Map.of("option", label), "“%s” needs %s.");
            }
            options(
                    element,
                    data,
                    option.children(),
                    dependent || option.children().size() > 0);
            String chosen = key == null ? null : data.text(key);
            option.alternatives().stream()
                    .filter(alternative -> alternative.values() != null
                            && alternative.values().stream()
                                    .map(NodeChecks::text)
                                    .anyMatch(value -> value.equals(chosen)))
                    .forEach(alternative -> options(element, data, alternative.dependents(), true));
        }
    }

    private static boolean isEmpty(NodeData data, String key) {
        return switch (data.get(key)) {
            case null -> data.get(key + "-0") == null;
            case Value.Text(String text) -> text.isBlank();
            case Value.Items(var items) -> items.isEmpty();
            case Value.Nothing ignored -> true;
            default -> false;
        };
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** The sentence names the node, then the last of the arguments. */
    private void error(String code, Element element, Map<String, String> arguments, String sentence) {
        String title = Optional.ofNullable(new NodeData(element.data()).text(NodeData.TASK))
                .orElse(element.key().bpmnId());
        Map<String, String> all = new LinkedHashMap<>();
        all.put("name", title);
        all.putAll(arguments);
        String detail = arguments.getOrDefault("reason", arguments.getOrDefault("option", ""));
        findings.add(new ModelFinding(
                Severity.ERROR.text(),
                code,
                element.key().bpmnId(),
                sentence.formatted(title, detail),
                all,
                List.of()));
    }
}
