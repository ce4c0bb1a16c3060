package io.processflow.bpmn;

import static io.processflow.bpmn.FindingCode.*;

import io.processflow.engine.graph.NodeData;
import io.processflow.engine.value.Value;
import io.processflow.engine.value.VariableNames;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Completes the data of steps: who or what does them, and whether all they need is filled in. */
final class Activities {

    private static final String AUTOMATIC = "Automatic";
    private static final String MANUAL = "Manual";
    private static final String EXECUTION_URL = "executionUrl";

    /** Kinds that a server can do when they are bound; of any other kind a person does them. */
    private static final Set<String> BINDABLE = Set.of(
            "task",
            "serviceTask",
            "scriptTask",
            "businessRuleTask",
            "sendTask",
            "intermediateThrowEvent",
            "implicitThrowEvent",
            "endEvent");

    private static final Set<String> SENDING =
            Set.of("sendTask", "intermediateThrowEvent", "implicitThrowEvent", "endEvent");

    private static final Map<String, Integer> ACTIVITY_TYPES =
            Map.of("Text input", 1, "Single choice", 2, "Multiple Choice", 2, "Info", 0);

    private final Net net;
    private final CompileContext context;

    Activities(Net net, CompileContext context) {
        this.net = net;
        this.context = context;
    }

    boolean isAutomatic(Knot knot) {
        if (knot.byHand || !BINDABLE.contains(knot.drawn.kind())) {
            return false;
        }
        if (new NodeData(knot.data).text(EXECUTION_URL) != null) {
            return true;
        }
        DefinitionInfo definition = definition(knot);
        return definition != null && definition.automatic();
    }

    private @Nullable DefinitionInfo definition(Knot knot) {
        String id = new NodeData(knot.data).text(NodeData.NODE_DEFINITION_ID);
        try {
            return id == null ? null : context.definition(Long.parseLong(id.strip()));
        } catch (NumberFormatException notAnId) {
            return null;
        }
    }

    void complete(Roles roles) {
        for (Knot knot : net.knots) {
            if (knot.kind == Knot.Kind.ACTIVITY) {
                activity(knot, roles);
            } else if (knot.kind == Knot.Kind.INFO) {
                named(knot);
                assign(knot, roles);
            }
        }
    }

    private void activity(Knot knot, Roles roles) {
        named(knot);
        boolean automatic = isAutomatic(knot);
        knot.data.put(NodeData.EXECUTION_MODE, Value.text(automatic ? AUTOMATIC : MANUAL));
        String kind = knot.drawn.kind();
        if (kind.equals("scriptTask") || kind.equals("businessRuleTask")) {
            String what = kind.equals("scriptTask") ? "script" : "rule";
            net.find(N_SCRIPT_RULE, knot.id(), "name", knot.label(), "kind", what);
        }
        DefinitionInfo definition = definition(knot);
        if (!knot.byHand && definition == null) {
            unbound(knot, automatic);
        }
        if (!automatic) {
            form(knot);
            assign(knot, roles);
        }
        options(knot, definition);
    }

    private void unbound(Knot knot, boolean automatic) {
        if (new NodeData(knot.data).text(NodeData.NODE_DEFINITION_ID) != null) {
            net.find(UNKNOWN_DEFINITION, knot.id(), "name", knot.label());
        }
        if (automatic
                || !BINDABLE.contains(knot.drawn.kind())
                || knot.drawn.kind().equals("task")) {
            return;
        }
        boolean sends = SENDING.contains(knot.drawn.kind());
        net.find(sends ? S_THROW : S_UNBOUND, knot.id(), "name", knot.label());
        String title = new NodeData(knot.data).text(NodeData.TASK);
        knot.data.put(NodeData.TASK, Value.text((sends ? "Send: " : "Do by hand: ") + title));
    }

    private void named(Knot knot) {
        if (new NodeData(knot.data).text(NodeData.TASK) == null) {
            knot.data.put(NodeData.TASK, Value.text(Names.inWords(knot.drawn.kind())));
            net.find(NO_NAME, knot.id(), "kind", Names.inWords(knot.drawn.kind()));
        }
    }

    private void assign(Knot knot, Roles roles) {
        String role = roles.ofStep(knot);
        knot.data.remove(NodeData.ASSIGNED_ROLE);
        if (role != null) {
            knot.data.put(NodeData.ASSIGNED_ROLE, Value.text(role));
        }
    }

    /** What the kinds of form of the standard activity need. */
    private void form(Knot knot) {
        NodeData data = new NodeData(knot.data);
        String type = data.text(NodeData.ACTIVITY_TYPE);
        if (type == null) {
            return;
        }
        Integer needs = ACTIVITY_TYPES.get(type);
        if (needs == null) {
            net.find(BAD_OPTION, knot.id(), "name", knot.label(), "option", NodeData.ACTIVITY_TYPE, "value", type);
            return;
        }
        if (needs > 0 && data.text(NodeData.OUTPUT_VARIABLE) == null) {
            missing(knot, "a variable for the answer");
        }
        if (needs > 1 && data.choices().isEmpty()) {
            missing(knot, "choices");
        }
    }

    private void options(Knot knot, @Nullable DefinitionInfo definition) {
        NodeData data = new NodeData(knot.data);
        if (definition != null) {
            definition.requiredOptions().stream()
                    .filter(option -> isEmpty(data, option))
                    .forEach(option -> missing(knot, option));
        }
        data.outputs().stream()
                .filter(name -> !VariableNames.isWritable(name))
                .forEach(name -> badVariable(knot, name));
        reward(knot);
    }

    private static boolean isEmpty(NodeData data, String option) {
        return switch (data.get(option)) {
            case null -> true;
            case Value.Text(String text) -> text.isBlank();
            case Value.Items(var items) -> items.isEmpty();
            case Value.Nothing ignored -> true;
            default -> false;
        };
    }

    private void badVariable(Knot knot, String name) {
        net.find(BAD_VARIABLE_NAME, knot.id(), "name", knot.label(), "variable", name);
    }

    private void missing(Knot knot, String option) {
        net.find(MISSING_OPTION, knot.id(), "name", knot.label(), "option", option);
    }

    /** Rewards of steps and of gamification events; the names declared by starts. */
    void others() {
        for (Knot knot : net.knots) {
            if (knot.kind == Knot.Kind.EVENT) {
                reward(knot);
            } else if (knot.kind == Knot.Kind.START) {
                new NodeData(knot.data)
                        .numbered(NodeData.INPUT_VARIABLES).stream()
                                .filter(name -> !VariableNames.isWritable(name))
                                .forEach(name -> badVariable(knot, name));
            }
        }
    }

    private void reward(Knot knot) {
        NodeData data = new NodeData(knot.data);
        String type = data.text(NodeData.GAMIFICATION_TYPE);
        String needed = new TreeMap<>(Map.of("Points", "pointsForSuccess", "Badges", "badgeType"))
                .get(type == null ? "None" : type);
        if (needed != null && data.text(NodeData.GAMIFICATION_OPTIONS + "." + needed) == null) {
            missing(knot, needed.equals("badgeType") ? "a badge" : "a number of points");
        }
    }
}
