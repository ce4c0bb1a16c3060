package io.processflow.server.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person changes in the profile: null leaves it as it is, an empty value takes it away. */
public record ProfileChange(
        @Nullable String username,
        @Nullable String name,
        @Nullable Optional<String> language,
        @Nullable Optional<Boolean> isDarkModeEnabled) {

    @SuppressWarnings("NullableOptional")
    User applyTo(User user) {
        return new User(
                user.id(),
                user.email(),
                username == null ? user.username() : username,
                name == null ? user.name() : name,
                language == null ? user.language() : language.orElse(null),
                isDarkModeEnabled == null ? user.isDarkModeEnabled() : isDarkModeEnabled.orElse(null),
                user.emailVerified());
    }
}
