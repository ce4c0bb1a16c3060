package io.processflow.bpmn.report;

import io.processflow.bpmn.Finding;
import io.processflow.bpmn.FindingCode;
import io.processflow.bpmn.Severity;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of a file, from best to worst; a file of several processes has the result of its worst one. */
enum Result {
    /** Every node that is drawn is one of the engine's, and nothing is added or left out. */
    EXACTLY("exactly"),
    /** The same meaning in another shape. */
    BY_RULES("by rules"),
    /** It can be published once somebody agrees to what a person does in place of the engine. */
    WITH_STAND_INS("with stand-ins"),
    /** It is kept, but something has to be changed before it can be published. */
    DRAFT_ONLY("draft only"),
    REFUSED("refused"),
    /** A bug: the file was neither imported nor refused. */
    EXCEPTION("exception");

    /** They tell about names, roles, notes and other tools' settings; what runs is what is drawn. */
    private static final Set<FindingCode> SHAPE_KEPT = EnumSet.of(
            FindingCode.N_LANES,
            FindingCode.N_POOL,
            FindingCode.N_SEVERAL_PROCESSES,
            FindingCode.N_MESSAGE_NOTE,
            FindingCode.N_ARTEFACTS,
            FindingCode.N_ASSIGNEE,
            FindingCode.N_FORM,
            FindingCode.N_BINDING,
            FindingCode.N_HINT,
            FindingCode.N_MISSING_ID,
            FindingCode.NO_NAME);

    private static final Set<String> CODES_OF_SHAPE_KEPT =
            SHAPE_KEPT.stream().map(FindingCode::code).collect(Collectors.toUnmodifiableSet());

    private final String words;

    Result(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean canBePublished() {
        return compareTo(DRAFT_ONLY) < 0;
    }

    static Result of(Collection<Finding> findings) {
        Result worst = EXACTLY;
        for (Finding finding : findings) {
            worst = worseOf(worst, of(finding));
        }
        return worst;
    }

    static Result worseOf(Result one, Result other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Result of(Finding finding) {
        if (finding.severity() == Severity.ERROR) {
            return DRAFT_ONLY;
        }
        if (finding.severity() == Severity.STAND_IN) {
            return WITH_STAND_INS;
        }
        return CODES_OF_SHAPE_KEPT.contains(finding.code()) ? EXACTLY : BY_RULES;
    }

    static int widest() {
        return Arrays.stream(values())
                .mapToInt(result -> result.words.length())
                .max()
                .orElse(0);
    }
}
