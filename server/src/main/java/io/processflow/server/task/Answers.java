package io.processflow.server.task;

import io.processflow.engine.value.Value;
import io.processflow.server.model.AnswerPattern;
import io.processflow.server.platform.Rejection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks an answer against its form again: the form in the browser is never trusted. */
final class Answers {

    private static final int LONGEST_TEXT = 100_000;

    private Answers() {}

    /** @throws Rejection 422 with a pointer to what is wrong */
    static void check(TaskForm form, Map<String, Value> data) {
        check(form, data, "/data/");
    }

    /** @param place where the request has the answer: the pointer to it, with a slash behind */
    static void check(TaskForm form, Map<String, Value> data, String place) {
        for (String name : data.keySet()) {
            if (!name.equals(form.variable())) {
                throw Rejection.invalid(place + name, "This step does not ask for \"" + name + "\".");
            }
        }
        if (form.variable() == null) {
            return;
        }
        String pointer = place + form.variable();
        Value answer = data.getOrDefault(form.variable(), Value.UNSET);
        switch (form.kind()) {
            case "text" -> checkText(form, pointer, answer);
            case "single" -> checkChoice(form, pointer, answer);
            case "multiple" -> checkChoices(form, pointer, answer);
            default -> {}
        }
    }

    private static void checkText(TaskForm form, String pointer, Value answer) {
        if (!(answer instanceof Value.Text(String text)) || text.isBlank()) {
            throw Rejection.invalid(pointer, "A text is asked for.");
        }
        if (text.length() > LONGEST_TEXT) {
            throw Rejection.invalid(pointer, "The text may have at most " + LONGEST_TEXT + " characters.");
        }
        if (form.pattern() != null && !matches(form.pattern(), text)) {
            throw Rejection.invalid(pointer, "The text has to match the pattern " + form.pattern() + " as a whole.");
        }
    }

    private static boolean matches(String pattern, String text) {
        Optional<String> problem = AnswerPattern.problem(pattern);
        if (problem.isPresent()) {
            // Publishing refuses such patterns; a placeholder can still have put one together.
            throw Rejection.conflict("bad-pattern", "The pattern of this step can not be used: " + problem.get());
        }
        return AnswerPattern.of(pattern).matches(text);
    }

    private static void checkChoice(TaskForm form, String pointer, Value answer) {
        if (!(answer instanceof Value.Text(String text)) || !form.choices().contains(text)) {
            throw Rejection.invalid(pointer, "One of these is asked for: " + String.join(", ", form.choices()) + ".");
        }
    }

    private static void checkChoices(TaskForm form, String pointer, Value answer) {
        if (!(answer instanceof Value.Items(List<Value> items))) {
            throw Rejection.invalid(pointer, "A list of choices is asked for.");
        }
        Set<Value> seen = new HashSet<>();
        for (Value item : items) {
            if (!(item instanceof Value.Text(String text)) || !form.choices().contains(text) || !seen.add(item)) {
                throw Rejection.invalid(
                        pointer, "Any of these is asked for, each once: " + String.join(", ", form.choices()) + ".");
            }
        }
    }
}
