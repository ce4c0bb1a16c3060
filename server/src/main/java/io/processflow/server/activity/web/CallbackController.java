package io.processflow.server.activity.web;

import io.processflow.engine.value.Value;
import io.processflow.server.activity.Callbacks;
import io.processflow.server.activity.WrongTokens;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Refuses;
import io.processflow.server.platform.Rejection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where activity servers answer; the token in the address is all that authorises. */
@RestController
@RequestMapping(path = "/api/instance", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Callbacks")
class CallbackController {

    private static final int LARGEST_BODY = 1024 * 1024;

    private final Callbacks callbacks;
    private final WrongTokens wrongTokens;
    private final JsonMapper json;

    CallbackController(Callbacks callbacks, WrongTokens wrongTokens, JsonMapper json) {
        this.callbacks = callbacks;
        this.wrongTokens = wrongTokens;
        this.json = json;
    }

    @PostMapping("/complete")
    @Refuses({404, 409, 410, 413, 422})
    @Operation(summary = "An activity's server answers: {flowElementInstanceId, data}")
    Map<String, String> complete(@RequestParam(required = false) @Nullable String token, HttpServletRequest request) {
        JsonNode body = read(token, request);
        JsonNode data = body.path("data");
        if (!data.isObject() && !data.isMissingNode() && !data.isNull()) {
            throw Rejection.invalid("/data", "An object of variables is expected.");
        }
        Map<String, Value> values = data.isObject() ? JsonValues.values(data) : Map.of();
        return answer(request, () -> callbacks.complete(String.valueOf(token), elementInstanceId(body), values));
    }

    @PostMapping("/error")
    @Refuses({404, 409, 410, 413})
    @Operation(summary = "An activity's server could not do its work: {flowElementInstanceId, errorMessage}")
    Map<String, String> error(@RequestParam(required = false) @Nullable String token, HttpServletRequest request) {
        JsonNode body = read(token, request);
        String message = body.path("errorMessage").asString("the activity's server reported an error");
        return answer(request, () -> callbacks.fail(String.valueOf(token), elementInstanceId(body), message));
    }

    private Map<String, String> answer(HttpServletRequest request, Supplier<Callbacks.Answer> answer) {
        try {
            return Map.of("status", answer.get().name());
        } catch (Rejection rejection) {
            if (rejection.status() == HttpStatus.NOT_FOUND) {
                wrongTokens.count(request.getRemoteAddr());
            }
            throw rejection;
        }
    }

    private JsonNode read(@Nullable String token, HttpServletRequest request) {
        if (token == null || token.isBlank()) {
            throw Rejection.notFound();
        }
        try {
            byte[] bytes = request.getInputStream().readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                throw Rejection.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "An answer may have at most 1 MiB.");
            }
            JsonNode body = json.readTree(bytes);
            if (!body.isObject()) {
                throw Rejection.malformed("A JSON object is expected.");
            }
            return body;
        } catch (JacksonException | IOException unreadable) {
            throw Rejection.malformed("The body is no valid JSON.");
        }
    }

    /** A number, or a text of digits; anything else names no step. */
    private static long elementInstanceId(JsonNode body) {
        try {
            return Long.parseLong(body.path("flowElementInstanceId").asString(""));
        } catch (NumberFormatException noId) {
            throw Rejection.notFound();
        }
    }
}
