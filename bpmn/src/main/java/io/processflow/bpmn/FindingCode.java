package io.processflow.bpmn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All codes of findings, each with its severity and its sentence in English; words in braces are its arguments. Codes
 * that begin with {@code N-} keep the drawing's meaning in another shape, {@code R-} are kept in the draft only,
 * {@code S-} let a person stand in for what the engine can not do, all others are errors of structure.
 */
public enum FindingCode {
    N_TASK("N-task", Severity.INFO, "“{name}” is done by a person."),
    N_SCRIPT_RULE(
            "N-script-rule",
            Severity.INFO,
            "“{name}” is an automatic activity to be bound; its {kind} is kept as text and never run."),
    N_MERGE("N-merge", Severity.INFO, "“{name}” only brings ways together; whoever arrives goes on at once."),
    N_JOIN_SLOT(
            "N-join-slot",
            Severity.INFO,
            "Several ways reach one input of “{name}”; the first to arrive counts for this input."),
    N_AND_CHAIN("N-and-chain", Severity.INFO, "“{name}” is made of {count} two-way splits and joins."),
    N_AND_MIXED("N-and-mixed", Severity.INFO, "“{name}” waits for all its ways first, then starts all its branches."),
    N_AND_TRIVIAL("N-and-trivial", Severity.INFO, "“{name}” has one way in and one out, so it does nothing."),
    N_XOR_CHAIN("N-xor-chain", Severity.INFO, "“{name}” asks its {count} conditions one after the other."),
    N_LABEL_CHOICE("N-label-choice", Severity.INFO, "A person chooses the way at “{name}”: {choices}."),
    N_UNSET(
            "N-unset",
            Severity.INFO,
            "Nothing sets {variables}, which “{name}” asks for; a person decides until something does."),
    N_NO_DEFAULT(
            "N-no-default",
            Severity.WARNING,
            "“{name}” has no default flow: when no condition is true, the process stops there with an error."),
    N_BOOL("N-bool", Severity.INFO, "The condition “{condition}” asks whether the variable is true."),
    N_SPACED_NAME("N-spaced-name", Severity.INFO, "The condition “{condition}” reads the variable {variables}."),
    N_COMPOUND("N-compound", Severity.INFO, "The condition “{condition}” is asked in {count} steps."),
    N_CONDITION_TEXT(
            "N-condition-text",
            Severity.INFO,
            "The condition “{condition}” is no comparison that can be read; it is kept as text."),
    N_CONDITIONAL_DEFAULT(
            "N-conditional-default", Severity.INFO, "After “{name}” its conditional flow decides where to go on."),
    N_IMPLICIT_SPLIT("N-implicit-split", Severity.INFO, "After “{name}” all its {count} ways go on at the same time."),
    N_NO_START("N-no-start", Severity.INFO, "No start is drawn; the process starts at {names}."),
    N_NO_END("N-no-end", Severity.INFO, "Nothing follows “{name}”, so this way ends there."),
    N_NONE_EVENT("N-none-event", Severity.INFO, "The event “{name}” waits for nothing: {effect}."),
    N_LINK("N-link", Severity.INFO, "The link “{name}” goes on where its counterpart is drawn."),
    N_TERMINATE(
            "N-terminate",
            Severity.INFO,
            "“{name}” ends the process; nothing else can run at that moment, so it is a plain end."),
    N_EMPTY_SUBPROCESS(
            "N-empty-subprocess", Severity.INFO, "Nothing is drawn inside “{name}”; it is one step a person does."),
    N_INLINE("N-inline", Severity.INFO, "What is drawn inside “{name}” runs as part of this process."),
    N_LOOP("N-loop", Severity.INFO, "After “{name}” the question is whether to do it again."),
    N_INCLUSIVE(
            "N-inclusive",
            Severity.INFO,
            "Each of the {count} branches of “{name}” is gone or left out on its own; “{join}” waits for those that run."),
    N_LANES("N-lanes", Severity.INFO, "Steps in the lane “{lane}” are for the role “{role}”."),
    N_POOL("N-pool", Severity.INFO, "The pool “{name}” is this process."),
    N_SEVERAL_PROCESSES(
            "N-several-processes",
            Severity.INFO,
            "The file draws {count} processes; “{name}” is a model of its own, the others are closed pools in it."),
    N_MESSAGE_NOTE(
            "N-message-note", Severity.INFO, "The message between “{from}” and “{to}” is a note; nothing is sent."),
    N_ARTEFACTS("N-artefacts", Severity.INFO, "The {kind} “{name}” is a note without effect."),
    N_ASSIGNEE("N-assignee", Severity.INFO, "“{name}” is meant for {groups}; a role of that name is proposed."),
    N_FORM("N-form", Severity.INFO, "The form “{name}” names for another tool is kept, but not shown."),
    N_BINDING("N-binding", Severity.INFO, "How another tool runs “{name}” is kept, but not used."),
    N_HINT("N-hint", Severity.INFO, "“{name}” has settings for another tool; they are kept, but not used."),
    N_MISPLACED_FLOW(
            "N-misplaced-flow",
            Severity.INFO,
            "The flow between “{from}” and “{to}” is written in another place of the file than they are; it is read where they are."),
    N_MISSING_ID("N-missing-id", Severity.INFO, "A {kind} had no id; it is now called {id}."),

    R_LOOSE_FLOW("R-loose-flow", Severity.ERROR, "This flow has no {end}; connect it or remove it."),
    R_UNREACHABLE("R-unreachable", Severity.ERROR, "No way leads from the start to “{name}”, so it never runs."),

    S_START_TRIGGER(
            "S-start-trigger",
            Severity.STAND_IN,
            "“{name}” would start by itself ({trigger}); a person starts the process."),
    S_SEVERAL_STARTS(
            "S-several-starts",
            Severity.STAND_IN,
            "There are several starts; who starts the process chooses: {choices}."),
    S_CATCH("S-catch", Severity.STAND_IN, "“{name}” would wait for {trigger}; a person confirms when it has happened."),
    S_THROW("S-throw", Severity.STAND_IN, "“{name}” is not bound to a server; a person sends it."),
    S_UNBOUND("S-unbound", Severity.STAND_IN, "“{name}” is not bound to a server yet; a person does it by hand."),
    S_END_EFFECT("S-end-effect", Severity.STAND_IN, "“{name}” ends this way; its effect ({trigger}) does not happen."),
    S_EVENT_EFFECT("S-event-effect", Severity.STAND_IN, "“{name}” is passed; its effect ({trigger}) does not happen."),
    S_EVENT_GATEWAY(
            "S-event-gateway",
            Severity.STAND_IN,
            "“{name}” would wait for the first of {choices}; a person says what happened."),
    S_BOUNDARY("S-boundary", Severity.STAND_IN, "After “{name}” a person says how it ended: {choices}."),
    S_BOUNDARY_BESIDE(
            "S-boundary-beside",
            Severity.STAND_IN,
            "“{event}” could happen during “{name}”; a person says afterwards whether it did, and its branch runs beside."),
    S_ACTIVITY("S-activity", Severity.STAND_IN, "“{name}” ({kind}) becomes one step a person does."),
    S_MULTIPLE(
            "S-multiple",
            Severity.STAND_IN,
            "“{name}” is repeated for each of several things; it is one step a person does for all."),
    S_NOTE("S-note", Severity.STAND_IN, "“{name}” ({kind}) is a note; it has no effect."),
    S_MESSAGE(
            "S-message",
            Severity.STAND_IN,
            "The message between “{from}” and “{to}”, two processes of the file, is a note; nothing is sent."),
    S_SETTING(
            "S-setting",
            Severity.STAND_IN,
            "“{name}” has {kind} for another tool; they are a note and have no effect."),

    UNSUPPORTED_ELEMENT("unsupported-element", Severity.ERROR, "“{name}” can not run: {reason}."),
    NO_PROCESS("no-process", Severity.ERROR, "No process is drawn yet."),
    EMPTY_PROCESS("empty-process", Severity.ERROR, "Nothing happens after the start yet."),
    SEVERAL_PROCESSES("several-processes", Severity.ERROR, "“{name}” is a second process; a model has one."),
    NO_START("no-start", Severity.ERROR, "The process has no start."),
    NO_END("no-end", Severity.ERROR, "The process has no end."),
    NO_WAY_TO_END("no-way-to-end", Severity.ERROR, "From “{name}” no way leads to an end."),
    GATEWAY_CYCLE(
            "gateway-cycle", Severity.ERROR, "“{name}” is in a circle of gateways in which nothing is ever done."),
    FLOW_ACROSS("flow-across", Severity.ERROR, "This flow crosses the border of a process or sub-process."),
    FLOW_AT_EVENT("flow-at-event", Severity.ERROR, "A flow can not {direction} “{name}”."),
    DUPLICATE_ID("duplicate-id", Severity.ERROR, "Several elements have the id {id}."),
    ID_TOO_LONG("id-too-long", Severity.ERROR, "An id is longer than 255 characters."),
    BAD_DATA("bad-data", Severity.ERROR, "The settings of “{name}” can not be read: {reason}."),
    NO_ROLE("no-role", Severity.ERROR, "Choose who does “{name}”."),
    UNKNOWN_ROLE("unknown-role", Severity.ERROR, "The role chosen for “{name}” does not exist any more."),
    UNKNOWN_DEFINITION(
            "unknown-definition", Severity.ERROR, "The activity “{name}” was made from does not exist any more."),
    MISSING_OPTION("missing-option", Severity.ERROR, "“{name}” needs {option}."),
    BAD_OPTION("bad-option", Severity.ERROR, "“{name}”: {option} can not be “{value}”."),
    BAD_VARIABLE_NAME(
            "bad-variable-name",
            Severity.ERROR,
            "“{name}”: “{variable}” is no name of a variable (letters, digits, _ - ., a letter first)."),
    NO_NAME("no-name", Severity.WARNING, "This {kind} has no name; people will not know what to do.");

    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-z]+)}");

    private final String code;
    private final Severity severity;
    private final String template;

    FindingCode(String code, Severity severity, String template) {
        this.code = code;
        this.severity = severity;
        this.template = template;
    }

    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }

    /** The English sentence with its arguments in braces. */
    public String template() {
        return template;
    }

    /** The names of its arguments. */
    public List<String> arguments() {
        return ARGUMENT.matcher(template)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    String sentence(Map<String, String> arguments) {
        return ARGUMENT.matcher(template)
                .replaceAll((MatchResult found) -> Matcher.quoteReplacement(argument(arguments, found.group(1))));
    }

    private String argument(Map<String, String> arguments, String name) {
        String value = arguments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("expected the arguments "
                    + Arrays.toString(arguments().toArray()) + " for " + code + ", but " + name + " is missing");
        }
        return value;
    }
}
