package io.processflow.server.shop;

import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.Rejection.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks through a definition somebody wants to keep, and collects everything that is wrong with it. */
final class DefinitionCheck {

    private static final Pattern ICON = Pattern.compile("[A-Z][A-Za-z0-9]{0,59}");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_SUMMARY = 300;
    private static final int LONGEST_DOCUMENTATION = 50_000;
    private static final int MOST_TRIES = 10;

    private final ExecutionUrls urls;
    private final List<FieldError> errors = new ArrayList<>();

    private DefinitionCheck(ExecutionUrls urls) {
        this.urls = urls;
    }

    /** @throws Rejection 422 with every error and its place in the body */
    static void check(@Nullable Definition definition, ExecutionUrls urls) {
        DefinitionCheck check = new DefinitionCheck(urls);
        if (definition == null) {
            check.wrong("/definition", "A definition is needed.");
        } else {
            check.look(definition);
        }
        if (!check.errors.isEmpty()) {
            throw Rejection.invalid(check.errors);
        }
    }

    private void look(Definition definition) {
        size("/definition/name", definition.name(), 1, LONGEST_NAME);
        size("/definition/shortDescription", definition.shortDescription(), 0, LONGEST_SUMMARY);
        size("/definition/markdownDocumentation", definition.markdownDocumentation(), 0, LONGEST_DOCUMENTATION);
        if (!ICON.matcher(definition.icon()).matches()) {
            wrong("/definition/icon", "Expected the name of a Lucide icon, like ListTodo.");
        }
        boolean manual = definition.executionMode().equals(Definition.MANUAL);
        if (!manual && !definition.isAutomatic()) {
            wrong("/definition/executionMode", "Expected Manual or Automatic.");
        }
        if (!(manual && definition.executionUrl().equals(Definition.BUILT_IN_FORM))) {
            urls.problem(definition.executionUrl()).ifPresent(problem -> wrong("/definition/executionUrl", problem));
        }
        Integer tries = definition.tries();
        if (tries != null && (tries < 0 || tries > MOST_TRIES)) {
            wrong("/definition/tries", "Expected a number from 0 to " + MOST_TRIES + ".");
        }
        size(
                "/definition/optionsDefinition/title",
                definition.optionsDefinition().title(),
                0,
                LONGEST_NAME);
        new OptionCheck(errors).look(definition.optionsDefinition().structure());
    }

    private void size(String pointer, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            wrong(pointer, "Expected " + least + " to " + most + " characters.");
        }
    }

    private void wrong(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
