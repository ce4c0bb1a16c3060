package io.processflow.server.activity;

import io.processflow.engine.Actor;
import io.processflow.engine.Command;
import io.processflow.engine.value.Value;
import io.processflow.server.activity.CallStore.Known;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.runtime.InstanceCommand;
import io.processflow.server.runtime.Instances;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Takes the answers of activity servers. The first valid one counts; the same again is a duplicate, another one a conflict,
 * and one that comes after a cancel, a deadline or a manual retry is too late.
 */
@Service
public class Callbacks {

    private static final int LONGEST_MESSAGE = 2_000;

    private final TeamScope scope;
    private final CallStore store;
    private final CallbackTokens tokens;
    private final Instances instances;
    private final JsonValues json;

    Callbacks(TeamScope scope, CallStore store, CallbackTokens tokens, Instances instances, JsonValues json) {
        this.scope = scope;
        this.store = store;
        this.tokens = tokens;
        this.instances = instances;
        this.json = json;
    }

    /** What a callback is answered with. */
    public enum Answer {
        accepted,
        duplicate
    }

    /** @throws Rejection 404 without a valid token, 409 for another answer than the first, 410 when it is too late */
    public Answer complete(String token, long elementInstanceId, Map<String, Value> data) {
        return answer(
                token,
                elementInstanceId,
                Map.of("data", new Value.Fields(data)),
                (call, at) -> new Command.Complete(Actor.ACTIVITY_SERVER, at, call.visit(), data));
    }

    /** As {@link #complete}, for an activity that could not do its work. */
    public Answer fail(String token, long elementInstanceId, String message) {
        String shown = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
        return answer(
                token,
                elementInstanceId,
                Map.of("errorMessage", Value.text(shown)),
                (call, at) -> new Command.Fail(Actor.ACTIVITY_SERVER, at, call.visit(), shown));
    }

    private Answer answer(
            String token,
            long elementInstanceId,
            Map<String, Value> body,
            BiFunction<Known, Instant, Command> command) {
        Known call = find(token, elementInstanceId);
        if (!isOpen(call)) {
            return repeated(call, body);
        }
        try {
            instances.submit(InstanceCommand.on(call.instanceId(), at -> command.apply(call, at)));
            return Answer.accepted;
        } catch (Rejection refused) {
            boolean tooLate =
                    refused.code().equals("not-open") || refused.code().equals("instance-ended");
            if (!tooLate) {
                throw refused;
            }
            return repeated(find(token, elementInstanceId), body);
        }
    }

    private Known find(String token, long elementInstanceId) {
        Known call =
                scope.asWorker(() -> store.byElementInstance(elementInstanceId)).orElseThrow(Rejection::notFound);
        if (!tokens.verifies(token, call.id(), elementInstanceId)) {
            throw Rejection.notFound();
        }
        return call;
    }

    private static boolean isOpen(Known call) {
        return switch (call.status()) {
            case "pending", "leased", "sent" -> true;
            default -> false;
        };
    }

    private Answer repeated(Known call, Map<String, Value> body) {
        if (call.answer() == null) {
            throw Rejection.of(HttpStatus.GONE, "too-late", "This step is over; the answer came too late.");
        }
        if (json.read(call.answer()).equals(json.read(json.write(body)))) {
            return Answer.duplicate;
        }
        throw Rejection.conflict("answered-otherwise", "This step was answered before, with something else.");
    }
}
