package io.processflow.bpmn;

import static io.processflow.bpmn.FindingCode.*;

import io.processflow.engine.graph.NodeData;
import io.processflow.engine.value.Comparison;
import io.processflow.engine.value.Template;
import io.processflow.engine.value.Value;
import io.processflow.engine.value.VariableNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides how each choice is made: by conditions that can be read and whose variables something sets, else by a person. */
final class Choices {

    private final Net net;
    private final Variables variables;

    Choices(Net net, Variables variables) {
        this.net = net;
        this.variables = variables;
    }

    void apply() {
        for (Knot knot : net.ofKind(Knot.Kind.CHOICE)) {
            if (knot.choice == null) {
                decide(knot);
            }
        }
    }

    private void decide(Knot knot) {
        if (knot.question != null) {
            knot.choice = yesOrNo(knot);
        } else if (knot.main && knot.out.size() < 2) {
            knot.kind = Knot.Kind.PASS;
            net.find(N_MERGE, knot.id(), "name", knot.label());
        } else {
            knot.choice = byData(knot).orElseGet(() -> byConditions(knot));
        }
    }

    private Choice yesOrNo(Knot knot) {
        Optional<Expression> condition = known(knot, knot.id(), knot.condition);
        String variable = Labels.variable(knot.id()) + ".again";
        return condition
                .<Choice>map(expression -> new Choice.Compared(java.util.Arrays.asList(expression, null)))
                .orElseGet(() -> new Choice.Asked(
                        String.valueOf(knot.madeBy), String.valueOf(knot.question), variable, Labels.YES_NO));
    }

    /** Our own data of a gateway with two ways decides, whatever is written at its flows. */
    private Optional<Choice> byData(Knot knot) {
        NodeData data = knot.drawn.data().values();
        boolean present = data.get(NodeData.VALUE_1) != null || data.get(NodeData.COMPARISON) != null;
        if (!knot.main || !present || knot.out.size() != 2 || !knot.drawn.isGateway()) {
            return Optional.empty();
        }
        Value left = data.get(NodeData.VALUE_1);
        Value right = data.get(NodeData.VALUE_2);
        Optional<Comparison> comparison = Comparison.of(data.text(NodeData.COMPARISON));
        if (left == null || right == null || comparison.isEmpty()) {
            String missing = left == null ? "a first value" : right == null ? "a second value" : "a comparison";
            net.find(MISSING_OPTION, knot.id(), "name", knot.label(), "option", missing);
            return Optional.of(asked(knot, N_LABEL_CHOICE));
        }
        Set<String> read = new LinkedHashSet<>(Template.of(left).names());
        read.addAll(Template.of(right).names());
        read.removeIf(name -> VariableNames.isPoints(name) || VariableNames.isSecret(name));
        Expression whenTrue = new Expression.Compare(left, comparison.get(), right);
        return Optional.of(unset(knot, read).orElseGet(() -> new Choice.Compared(atTrueFlow(knot, whenTrue))));
    }

    private static List<@Nullable Expression> atTrueFlow(Knot knot, Expression condition) {
        boolean second = knot.out.getFirst().isDefault
                || !knot.out.get(1).isDefault
                        && knot.out.getFirst().condition() == null
                        && knot.out.get(1).condition() != null;
        return second ? java.util.Arrays.asList(null, condition) : java.util.Arrays.asList(condition, null);
    }

    private Choice byConditions(Knot knot) {
        List<@Nullable Expression> conditions = new ArrayList<>();
        List<ConditionText.Read> read = new ArrayList<>();
        Set<String> needed = new LinkedHashSet<>();
        for (Link way : knot.out) {
            if (way.isDefault) {
                conditions.add(null);
                continue;
            }
            Optional<ConditionText.Read> condition = readable(knot, way.condition());
            if (condition.isEmpty()) {
                knot.out.forEach(other -> keepText(knot, other));
                return asked(knot, N_LABEL_CHOICE);
            }
            read.add(condition.get());
            conditions.add(condition.get().expression());
            needed.addAll(condition.get().variables());
        }
        return unset(knot, needed).orElseGet(() -> compared(knot, conditions, read));
    }

    private Choice compared(Knot knot, List<@Nullable Expression> conditions, List<ConditionText.Read> read) {
        int place = 0;
        for (Link way : knot.out) {
            if (!way.isDefault) {
                describe(way, read.get(place));
                place++;
            }
        }
        if (read.size() > 1) {
            net.find(N_XOR_CHAIN, knot.id(), "name", knot.label(), "count", String.valueOf(read.size()));
        }
        if (!conditions.contains(null)) {
            net.find(N_NO_DEFAULT, knot.id(), "name", knot.label());
        }
        return new Choice.Compared(conditions);
    }

    private void describe(Link way, ConditionText.Read read) {
        String id = way.flow == null ? null : way.flow.id();
        String condition = String.valueOf(way.condition());
        if (!read.bare().isEmpty()) {
            net.find(N_BOOL, id, "condition", condition);
        }
        if (!read.spaced().isEmpty()) {
            net.find(N_SPACED_NAME, id, "condition", condition, "variables", Labels.list(List.copyOf(read.spaced())));
        }
        if (read.expression().size() > 1) {
            String steps = String.valueOf(read.expression().size());
            net.find(N_COMPOUND, id, "condition", condition, "count", steps);
        }
    }

    private Optional<Choice> unset(Knot knot, Collection<String> needed) {
        List<String> unset = unsetOf(knot, needed);
        if (unset.isEmpty()) {
            return Optional.empty();
        }
        net.find(N_UNSET, knot.id(), "variables", Labels.list(unset), "name", knot.label());
        return Optional.of(choiceOf(knot, N_UNSET, Labels.of(knot.out)));
    }

    private Choice asked(Knot knot, FindingCode rule) {
        List<String> labels = Labels.of(knot.out);
        net.find(rule, knot.id(), "name", knot.label(), "choices", Labels.list(labels));
        return choiceOf(knot, rule, labels);
    }

    private static Choice choiceOf(Knot knot, FindingCode rule, List<String> labels) {
        String title = Labels.title(knot.drawn.isGateway() ? knot.drawn.name() : null);
        return new Choice.Asked(rule.code(), title, Labels.variable(knot.id()), labels);
    }

    /** A lone word is a label ("yes") unless it is marked as an expression or names a variable that something sets. */
    private Optional<ConditionText.Read> readable(Knot knot, @Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(ConditionText::read)
                .filter(read ->
                        read.marked() || read.bare().stream().allMatch(name -> variables.canBeSetBefore(knot, name)));
    }

    /** A condition that nobody can read is told, where it is not the answer's label anyway. */
    private void keepText(Knot knot, Link way) {
        DrawnFlow flow = way.flow;
        if (flow == null || flow.name() == null || flow.condition() == null) {
            return;
        }
        if (readable(knot, flow.condition()).isEmpty()) {
            net.find(N_CONDITION_TEXT, flow.id(), "condition", flow.condition());
        }
    }

    /** A condition that can be asked; why one can not is told at the element with that id. */
    private Optional<Expression> known(Knot knot, @Nullable String id, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<ConditionText.Read> read = readable(knot, text);
        if (read.isEmpty()) {
            net.find(N_CONDITION_TEXT, id, "condition", text);
            return Optional.empty();
        }
        List<String> unset = unsetOf(knot, read.get().variables());
        if (!unset.isEmpty()) {
            net.find(N_UNSET, knot.id(), "variables", Labels.list(unset), "name", knot.label());
            return Optional.empty();
        }
        return read.map(ConditionText.Read::expression);
    }

    private Optional<Expression> known(Knot knot, Link way) {
        return known(knot, way.flow == null ? null : way.flow.id(), way.condition());
    }

    private List<String> unsetOf(Knot knot, Collection<String> needed) {
        return needed.stream()
                .filter(name -> !variables.canBeSetBefore(knot, name))
                .toList();
    }

    /** How one branch of an inclusive split is entered; its ways out are into the branch, then around it. */
    Choice inclusive(Knot split, List<Link> ways, int branch) {
        Link way = ways.get(branch);
        Optional<Expression> condition = way.isDefault ? noneOfTheOthers(split, ways) : known(split, way);
        if (condition.isPresent()) {
            return new Choice.Compared(java.util.Arrays.asList(condition.get(), null));
        }
        String gateway = split.drawn.isGateway() ? split.drawn.name() : null;
        String label = Labels.question(Labels.of(way, branch + 1));
        return new Choice.Asked(
                N_INCLUSIVE.code(),
                gateway == null ? label : gateway + " " + label,
                Labels.variable(split.id()) + "." + (branch + 1),
                Labels.YES_NO);
    }

    private Optional<Expression> noneOfTheOthers(Knot split, List<Link> ways) {
        Expression none = null;
        for (Link way : ways) {
            if (way.isDefault) {
                continue;
            }
            Optional<Expression> condition = known(split, way);
            if (condition.isEmpty()) {
                return Optional.empty();
            }
            Expression not = new Expression.Not(condition.get());
            none = none == null ? not : new Expression.And(none, not);
        }
        return Optional.ofNullable(none);
    }
}
