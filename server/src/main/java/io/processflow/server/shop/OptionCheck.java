package io.processflow.server.shop;

import io.processflow.server.platform.Rejection.FieldError;
import io.processflow.server.shop.Definition.Alternative;
import io.processflow.server.shop.Definition.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks through the options of a definition: types, keys, sizes. */
final class OptionCheck {

    private static final Set<String> WITH_VALUE = Set.of(
            "input",
            "textarea",
            "select",
            "Select with custom",
            "checkbox",
            "VariableNameInput",
            "MultipleVariableNameInput");
    private static final Set<String> CHOOSING = Set.of("select", "Select with custom", "checkbox");
    private static final Set<String> WITHOUT_VALUE = Set.of("text", "separator", "row");
    /** What every node's data holds for the product itself. */
    private static final Set<String> RESERVED =
            Set.of("nodeDefinitionId", "nodeDefinitionVersion", "executionMode", Definition.TRIES_IN_DATA);

    private static final Pattern KEY =
            Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}(\\.[A-Za-z][A-Za-z0-9_-]{0,63}){0,7}");
    private static final int MOST_OPTIONS = 300;
    private static final int DEEPEST = 8;
    private static final int LONGEST_TEXT = 5_000;
    private static final int MOST_VALUES = 200;

    private final List<FieldError> errors;
    private int count;

    OptionCheck(List<FieldError> errors) {
        this.errors = errors;
    }

    void look(List<Option> structure) {
        list("/definition/optionsDefinition/structure", structure, new HashSet<>(), 1);
        if (count > MOST_OPTIONS) {
            wrong("/definition/optionsDefinition/structure", "Expected at most " + MOST_OPTIONS + " options.");
        }
    }

    private void list(String pointer, List<Option> options, Set<String> keys, int depth) {
        if (depth > DEEPEST) {
            wrong(pointer, "Options are nested at most " + DEEPEST + " deep.");
            return;
        }
        for (int i = 0; i < options.size(); i++) {
            @Nullable Option option = options.get(i);
            count++;
            if (option == null || option.type() == null) {
                wrong(pointer + "/" + i, "An option with a type is needed here.");
            } else {
                one(pointer + "/" + i, option, option.type(), keys, depth);
            }
        }
    }

    private void one(String at, Option option, String type, Set<String> keys, int depth) {
        if (WITH_VALUE.contains(type)) {
            key(at + "/keyString", option.keyString(), keys);
        } else if (!WITHOUT_VALUE.contains(type)) {
            wrong(at + "/type", "There is no option of this type.");
        } else if (option.keyString() != null) {
            wrong(at + "/keyString", "An option of the type " + type + " keeps no value.");
        }
        texts(at, option);
        belongs(at + "/options", option.options(), CHOOSING.contains(type), type);
        belongs(at + "/structure", option.structure(), type.equals("row"), type);
        belongs(at + "/suggestions", option.suggestions(), type.equals("input"), type);
        belongs(at + "/orientation", option.orientation(), type.equals("separator"), type);
        list(at + "/structure", option.children(), keys, depth + 1);
        alternatives(at + "/options", option.alternatives(), keys, depth + 1);
        if (type.equals("select") && option.alternatives().isEmpty()) {
            wrong(at + "/options", "A select needs at least one alternative.");
        }
    }

    /** Only one alternative is shown at a time, so two of them may keep their values at the same path. */
    private void alternatives(String pointer, List<Alternative> alternatives, Set<String> keys, int depth) {
        Set<String> all = new HashSet<>(keys);
        for (int i = 0; i < alternatives.size(); i++) {
            @Nullable Alternative alternative = alternatives.get(i);
            if (alternative == null) {
                wrong(pointer + "/" + i, "Values are needed here.");
                continue;
            }
            values(pointer + "/" + i + "/values", alternative.values());
            Set<String> mine = new HashSet<>(keys);
            list(pointer + "/" + i + "/dependentStructure", alternative.dependents(), mine, depth);
            all.addAll(mine);
        }
        keys.addAll(all);
    }

    private void values(String pointer, @Nullable List<JsonNode> values) {
        if (values == null || values.isEmpty() || values.size() > MOST_VALUES) {
            wrong(pointer, "Expected 1 to " + MOST_VALUES + " values.");
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            @Nullable JsonNode value = values.get(i);
            if (value == null || !(value.isString() || value.isBoolean() || value.isNumber())) {
                wrong(pointer + "/" + i, "A value is a text, a number or a boolean.");
            }
        }
    }

    private void key(String pointer, @Nullable String key, Set<String> keys) {
        if (key == null || !KEY.matcher(key).matches()) {
            wrong(pointer, "Expected a path like outputs.answer: letters, digits, _ and -, joined by dots.");
        } else if (RESERVED.contains(key)) {
            wrong(pointer, "This name is reserved.");
        } else if (keys.stream().anyMatch(other -> collide(key, other))) {
            wrong(pointer, "Another option keeps its value at this path, above it or below it.");
        } else {
            keys.add(key);
        }
    }

    private static boolean collide(String one, String other) {
        return one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".");
    }

    private void texts(String at, Option option) {
        text(at + "/label", option.label(), 200);
        text(at + "/placeholder", option.placeholder(), 500);
        text(at + "/text", option.text(), LONGEST_TEXT);
        if (option.orientation() != null && !Set.of("horizontal", "vertical").contains(option.orientation())) {
            wrong(at + "/orientation", "Expected horizontal or vertical.");
        }
        if (option.suggestions() != null && option.suggestions().size() > MOST_VALUES) {
            wrong(at + "/suggestions", "Expected at most " + MOST_VALUES + " suggestions.");
        }
        if (option.defaultValue() != null && option.defaultValue().toString().length() > LONGEST_TEXT) {
            wrong(at + "/defaultValue", "Expected at most " + LONGEST_TEXT + " characters.");
        }
    }

    private void text(String pointer, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            wrong(pointer, "Expected at most " + most + " characters.");
        }
    }

    private void belongs(String pointer, @Nullable Object member, boolean may, String type) {
        if (member != null && !may) {
            wrong(pointer, "An option of the type " + type + " has none of these.");
        }
    }

    private void wrong(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
