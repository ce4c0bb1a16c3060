package io.processflow.server.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.processflow.server.platform.Rejection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import me.gosimple.nbvcxz.Nbvcxz;
import org.springframework.stereotype.Component;

/**
 * What a new password has to be: long enough, none of the 100,000 most common ones, and not made of the product's or the
 * person's own name. There are no rules on which characters it holds.
 */
@Component
class PasswordRules {

    private static final String COMMON = "/dictionaries/passwords.txt";
    private static final int LONGEST = 128;
    private static final int SHORTEST_OWN_WORD = 4;
    private static final int LEAST_BESIDE_OWN_WORDS = 6;
    private static final Pattern DECORATION = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    private final int shortest;
    private final Set<String> common;

    PasswordRules(AccountSettings settings) {
        this.shortest = settings.minimumPasswordLength();
        this.common = read();
    }

    /**
     * @param ownWords the person's username and e-mail address
     * @throws Rejection 422 that points to the field
     */
    void check(String pointer, String password, List<String> ownWords) {
        int length = password.codePointCount(0, password.length());
        if (length < shortest || length > LONGEST) {
            throw Rejection.invalid(pointer, "has " + shortest + " to " + LONGEST + " characters");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (isCommon(lower)) {
            throw Rejection.invalid(pointer, "is one of the most common passwords, with or without digits around it");
        }
        String rest = without(lower, ownWords);
        if (rest.length() < LEAST_BESIDE_OWN_WORDS && !rest.equals(lower)) {
            throw Rejection.invalid(pointer, "is made of your own or the product's name");
        }
    }

    private boolean isCommon(String lower) {
        String core = DECORATION.matcher(lower).replaceAll("");
        return common.contains(lower)
                || common.contains(core)
                || lower.chars().distinct().count() < 3;
    }

    private static String without(String lower, List<String> ownWords) {
        String rest = lower.replace("processflow", "");
        for (String word : ownWords) {
            for (String part : word.toLowerCase(Locale.ROOT).split("[@.]")) {
                rest = part.length() < SHORTEST_OWN_WORD ? rest : rest.replace(part, "");
            }
        }
        return rest;
    }

    private static Set<String> read() {
        try (InputStream list = Nbvcxz.class.getResourceAsStream(COMMON)) {
            if (list == null) {
                throw new IllegalStateException("expected the list of common passwords at " + COMMON);
            }
            return new HashSet<>(new BufferedReader(new InputStreamReader(list, UTF_8))
                    .lines()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .toList());
        } catch (IOException unreadable) {
            throw new IllegalStateException("expected to read the list of common passwords", unreadable);
        }
    }
}
