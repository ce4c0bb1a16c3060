package io.processflow.server.account.web;

import static org.springframework.http.HttpHeaders.SET_COOKIE;

import io.processflow.server.account.Accounts;
import io.processflow.server.account.Credentials;
import io.processflow.server.account.Device;
import io.processflow.server.account.Sessions;
import io.processflow.server.account.SignIns;
import io.processflow.server.account.SignedIn;
import io.processflow.server.account.User;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Refuses;
import io.processflow.server.platform.Rejection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/auth", produces = "application/json")
@Tag(name = "Sign-in", description = "Accounts, sessions and passwords.")
class AuthController {

    private final SignIns signIns;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Accounts accounts;
    private final SessionCookie cookie;

    AuthController(
            SignIns signIns, Credentials credentials, Sessions sessions, Accounts accounts, SessionCookie cookie) {
        this.signIns = signIns;
        this.credentials = credentials;
        this.sessions = sessions;
        this.accounts = accounts;
        this.cookie = cookie;
    }

    @PostMapping("/sign-up")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses({409, 422})
    @Operation(
            summary = "Sign up",
            description = "Makes an account and signs in. 409 email-taken or username-taken; 422 for a weak password.")
    ResponseEntity<User> signUp(@RequestBody @Valid SignUp body, Device device, HttpServletRequest request) {
        SignedIn signedIn = signIns.signUp(body.email, body.username, body.password, device);
        return begin(HttpStatus.CREATED, signedIn, request);
    }

    @PostMapping("/sign-in")
    @Refuses(422)
    @Operation(
            summary = "Sign in",
            description = "401 wrong-credentials, the same for an unknown address; 429 when tried too often.")
    ResponseEntity<User> signIn(@RequestBody @Valid SignIn body, Device device, HttpServletRequest request) {
        SignedIn signedIn = signIns.signIn(body.email, body.password, Boolean.TRUE.equals(body.staySignedIn), device);
        return begin(HttpStatus.OK, signedIn, request);
    }

    @PostMapping("/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign out", description = "Ends this session.")
    ResponseEntity<Void> signOut(Caller caller) {
        sessions.end(caller, caller.sessionId());
        return ResponseEntity.noContent().header(SET_COOKIE, cookie.gone()).build();
    }

    @GetMapping("/session")
    @Operation(
            summary = "Who is signed in",
            description = "401 when nobody is. Either way the answer sets the cookie XSRF-TOKEN, whose value every"
                    + " changing request repeats in the header X-XSRF-TOKEN.")
    Current session(@Nullable Caller caller) {
        if (caller == null) {
            throw Rejection.notSignedIn();
        }
        return new Current(accounts.profile(caller));
    }

    @PostMapping("/change-password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses(422)
    @Operation(
            summary = "Change the password",
            description = "Ends all other sessions. 403 sign-in-again when the sign-in is older than 15 minutes;"
                    + " 422 wrong-password or for a weak new one.")
    ResponseEntity<Void> changePassword(Caller caller, @RequestBody @Valid PasswordChange body, Device device) {
        SignedIn signedIn = credentials.change(caller, body.currentPassword, body.newPassword, device);
        return ResponseEntity.noContent()
                .header(SET_COOKIE, cookie.of(signedIn))
                .build();
    }

    @PostMapping("/request-password-reset")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Refuses(422)
    @Operation(
            summary = "Ask for a link to reset the password",
            description = "Answers the same whether or not there is such an account.")
    void requestReset(@RequestBody @Valid ResetRequest body) {
        credentials.requestReset(body.email);
    }

    @PostMapping("/reset-password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses(422)
    @Operation(
            summary = "Set a new password by the link that was sent",
            description = "Ends all sessions. 422 link-over when the link was used, replaced or is too old.")
    void reset(@RequestBody @Valid Reset body) {
        credentials.reset(body.token, body.password);
    }

    @PostMapping("/verify-email")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses(422)
    @Operation(
            summary = "Confirm an e-mail address by the link that was sent",
            description = "422 link-over when the link was used, replaced or is too old.")
    void verifyEmail(@RequestBody @Valid Verify body) {
        credentials.verifyEmail(body.token);
    }

    /** The session that the browser had before ends: a token never outlives a sign-in. */
    private ResponseEntity<User> begin(HttpStatus status, SignedIn signedIn, HttpServletRequest request) {
        cookie.read(request).ifPresent(sessions::end);
        return ResponseEntity.status(status)
                .header(SET_COOKIE, cookie.of(signedIn))
                .body(signedIn.user());
    }

    record SignUp(
            @Schema(example = "ana@example.org") @Pattern(regexp = Fields.EMAIL, message = Fields.EMAIL_MESSAGE)
            String email,

            @Schema(example = "plum-otter-lantern") @NotEmpty @Size(max = Fields.LONGEST_SECRET)
            String password,

            @Schema(example = "ana") @Pattern(regexp = Fields.USERNAME, message = Fields.USERNAME_MESSAGE)
            String username) {

        SignUp {
            email = Fields.email(email);
            password = Fields.secret(password);
            username = Fields.trimmed(username);
        }
    }

    record SignIn(
            @Schema(example = "ana@example.org") @NotEmpty @Size(max = 254)
            String email,

            @Schema(example = "plum-otter-lantern") @NotEmpty @Size(max = Fields.LONGEST_SECRET)
            String password,

            @Schema(example = "true") @Nullable Boolean staySignedIn) {

        SignIn {
            email = Fields.email(email);
            password = Fields.secret(password);
        }
    }

    record Current(User user) {}

    record PasswordChange(
            @Schema(example = "plum-otter-lantern") @NotEmpty @Size(max = Fields.LONGEST_SECRET)
            String currentPassword,

            @Schema(example = "seven-lakes-and-a-canoe") @NotEmpty @Size(max = Fields.LONGEST_SECRET)
            String newPassword) {

        PasswordChange {
            currentPassword = Fields.secret(currentPassword);
            newPassword = Fields.secret(newPassword);
        }
    }

    record ResetRequest(
            @Schema(example = "ana@example.org") @Pattern(regexp = Fields.EMAIL, message = Fields.EMAIL_MESSAGE)
            String email) {

        ResetRequest {
            email = Fields.email(email);
        }
    }

    record Reset(
            @Schema(example = "b2Zs…") @NotEmpty @Size(max = Fields.LONGEST_SECRET)
            String token,

            @Schema(example = "seven-lakes-and-a-canoe") @NotEmpty @Size(max = Fields.LONGEST_SECRET)
            String password) {

        Reset {
            token = Fields.trimmed(token);
            password = Fields.secret(password);
        }
    }

    record Verify(
            @Schema(example = "b2Zs…") @NotEmpty @Size(max = Fields.LONGEST_SECRET)
            String token) {

        Verify {
            token = Fields.trimmed(token);
        }
    }
}
