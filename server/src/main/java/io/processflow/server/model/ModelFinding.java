package io.processflow.server.model;

import io.processflow.bpmn.Finding;
import io.processflow.bpmn.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something about a drawing worth telling who drew it. Code and arguments are for programs and translations; the message
 * says the same in English.
 *
 * @param elementId the drawn element it is about; null when it is about the drawing
 * @param run for findings about behaviour: the drawn elements that tokens pass in the shortest run that shows it
 */
public record ModelFinding(
        @Schema(allowableValues = {"info", "stand-in", "warning", "error"})
        String severity,

        @Schema(example = "lack-of-synchronisation") String code,
        @Nullable String elementId,
        String message,
        Map<String, String> arguments,
        List<String> run) {

    static ModelFinding of(Finding finding) {
        return new ModelFinding(
                finding.severity().text(),
                finding.code(),
                finding.elementId(),
                finding.message(),
                finding.arguments(),
                List.of());
    }

    boolean blocksPublishing() {
        return severity.equals(Severity.ERROR.text());
    }
}
