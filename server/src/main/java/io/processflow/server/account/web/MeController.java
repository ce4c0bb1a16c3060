package io.processflow.server.account.web;

import static org.springframework.http.HttpHeaders.SET_COOKIE;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.processflow.server.account.Accounts;
import io.processflow.server.account.OpenSession;
import io.processflow.server.account.ProfileChange;
import io.processflow.server.account.Sessions;
import io.processflow.server.account.User;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/me", produces = "application/json")
@Tag(name = "Me", description = "The own profile and sessions.")
class MeController {

    private final Accounts accounts;
    private final Sessions sessions;
    private final SessionCookie cookie;

    MeController(Accounts accounts, Sessions sessions, SessionCookie cookie) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping
    @Operation(summary = "Read the own profile")
    User profile(Caller caller) {
        return accounts.profile(caller);
    }

    @PatchMapping
    @Refuses({409, 422})
    @Operation(
            summary = "Change the own profile",
            description = "Fields that are left out stay as they are; null takes language or isDarkModeEnabled away."
                    + " 409 username-taken.")
    User change(Caller caller, @RequestBody @Valid Profile body) {
        return accounts.change(caller, body.asChange());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses(409)
    @Operation(
            summary = "Close the account",
            description = "What it completed stays, without a name. 409 owns-teams with their names;"
                    + " 403 sign-in-again when the sign-in is older than 15 minutes.")
    ResponseEntity<Void> close(Caller caller) {
        accounts.remove(caller);
        return ResponseEntity.noContent().header(SET_COOKIE, cookie.gone()).build();
    }

    @GetMapping("/sessions")
    @Operation(summary = "List where one is signed in")
    Page<OpenSession> sessions(Caller caller) {
        return Page.whole(sessions.list(caller));
    }

    @DeleteMapping("/sessions/{sessionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses(404)
    @Operation(summary = "Sign out elsewhere", description = "404 when it is no session of the caller.")
    void end(Caller caller, @PathVariable UUID sessionId) {
        sessions.end(caller, sessionId);
    }

    /** No record: a field that is left out has to stay null, and not become an empty value. */
    static final class Profile {

        @Schema(example = "ana")
        @Pattern(regexp = Fields.USERNAME, message = Fields.USERNAME_MESSAGE)
        private @Nullable String username;

        @Schema(example = "Ana Petrović")
        @Size(max = 100)
        @Pattern(regexp = Fields.ONE_LINE, message = "is in one line")
        private @Nullable String name;

        @Schema(example = "sr")
        private @Nullable Optional<@Pattern(regexp = "de|en|sr", message = "is one of de, en, sr") String> language;

        @Schema(example = "true")
        private @Nullable Optional<Boolean> isDarkModeEnabled;

        @JsonSetter(nulls = Nulls.FAIL)
        void setUsername(String username) {
            this.username = username.strip();
        }

        @JsonSetter(nulls = Nulls.FAIL)
        void setName(String name) {
            this.name = name.strip();
        }

        @JsonSetter
        void setLanguage(Optional<String> language) {
            this.language = language;
        }

        @JsonSetter("isDarkModeEnabled")
        void setDarkModeEnabled(Optional<Boolean> isDarkModeEnabled) {
            this.isDarkModeEnabled = isDarkModeEnabled;
        }

        ProfileChange asChange() {
            return new ProfileChange(username, name, language, isDarkModeEnabled);
        }
    }
}
