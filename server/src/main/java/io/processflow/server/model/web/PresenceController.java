package io.processflow.server.model.web;

import io.processflow.server.model.Presence;
import io.processflow.server.model.Presence.Surroundings;
import io.processflow.server.platform.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Process models")
class PresenceController {

    private final Presence presence;

    PresenceController(Presence presence) {
        this.presence = presence;
    }

    @PutMapping("/api/process-models/{id}/presence")
    @Operation(
            summary = "Say that you have the drawing open",
            description =
                    "To be repeated every 20 seconds: who was not heard of for 60 is not told any more. Answers who else"
                            + " has it open, the draft's revision and who saved it last.")
    Surroundings here(Caller caller, @PathVariable long id) {
        return presence.here(caller, id);
    }

    @DeleteMapping("/api/process-models/{id}/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say that you have closed the drawing")
    void gone(Caller caller, @PathVariable long id) {
        presence.gone(caller, id);
    }
}
