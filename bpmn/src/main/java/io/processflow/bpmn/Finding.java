package io.processflow.bpmn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the compiler did with a drawing, or could not do, worth telling the person who drew it. The code and the
 * arguments are for programs and translations, the message says the same in English.
 *
 * @param code as listed in {@link FindingCode}
 * @param elementId the drawn element it is about; null when it is about the drawing
 */
public record Finding(
        Severity severity, String code, @Nullable String elementId, Map<String, String> arguments, String message) {

    /** @param arguments names and values in turn, as the code's template wants them */
    static Finding of(FindingCode code, @Nullable String elementId, String... arguments) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        return new Finding(code.severity(), code.code(), elementId, named, code.sentence(named));
    }
}
