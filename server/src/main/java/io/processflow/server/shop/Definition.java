package io.processflow.server.shop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a kind of activity is: its name, who or what does it, and the form of options the editor shows for it. This is
 * the JSON of {@code node_definition.definition}; texts that were left out are empty.
 *
 * @param executionUrl {@link #BUILT_IN_FORM} or an http(s) URL
 * @param tries how often a call that failed is tried again, 0 to 10; null for the usual plan
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Definition(
        String name,
        String shortDescription,
        String icon,
        String executionMode,
        String executionUrl,
        String markdownDocumentation,
        OptionsDefinition optionsDefinition,
        @Nullable Integer tries) {

    public static final String MANUAL = "Manual";
    public static final String AUTOMATIC = "Automatic";

    /** The form that the product shows itself. */
    public static final String BUILT_IN_FORM = "/instance/task/activity";

    /** The member of a published element's data that holds {@link #tries}, where the definition sets it. */
    public static final String TRIES_IN_DATA = "retries";

    public Definition(
            @Nullable String name,
            @Nullable String shortDescription,
            @Nullable String icon,
            @Nullable String executionMode,
            @Nullable String executionUrl,
            @Nullable String markdownDocumentation,
            @Nullable OptionsDefinition optionsDefinition,
            @Nullable Integer tries) {
        this.name = orEmpty(name).strip();
        this.shortDescription = orEmpty(shortDescription);
        this.icon = orEmpty(icon);
        this.executionMode = orEmpty(executionMode);
        this.executionUrl = orEmpty(executionUrl);
        this.markdownDocumentation = orEmpty(markdownDocumentation);
        this.optionsDefinition = optionsDefinition == null ? new OptionsDefinition(null, null) : optionsDefinition;
        this.tries = tries;
    }

    @JsonIgnore
    public boolean isAutomatic() {
        return executionMode.equals(AUTOMATIC);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The form of a node's options. */
    public record OptionsDefinition(String title, List<Option> structure) {

        public OptionsDefinition(@Nullable String title, @Nullable List<Option> structure) {
            this.title = orEmpty(title);
            this.structure = structure == null ? List.of() : structure;
        }
    }

    /**
     * One row of the form. Which members it has depends on its type, see {@code OptionCheck}.
     *
     * @param keyString the dotted path in the node's data at which its value is kept
     * @param required whether a version can only be published with a value here
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Option(
            @Nullable String type,
            @Nullable String keyString,
            @Nullable String label,
            @Nullable String placeholder,
            @Nullable JsonNode defaultValue,
            @Nullable Boolean required,
            @Nullable String text,
            @Nullable String orientation,
            @Nullable List<String> suggestions,
            @Nullable List<Alternative> options,
            @Nullable List<Option> structure) {

        /** The options shown side by side or, for a choice, those that hang on it. */
        @JsonIgnore
        public List<Alternative> alternatives() {
            return options == null ? List.of() : options;
        }

        @JsonIgnore
        public List<Option> children() {
            return structure == null ? List.of() : structure;
        }
    }

    /** Values of a choice, and the options that are shown while one of them is chosen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Alternative(
            @Nullable List<JsonNode> values, @Nullable List<Option> dependentStructure) {

        @JsonIgnore
        public List<Option> dependents() {
            return dependentStructure == null ? List.of() : dependentStructure;
        }
    }
}
