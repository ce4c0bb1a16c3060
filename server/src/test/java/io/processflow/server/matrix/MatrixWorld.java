package io.processflow.server.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The people and things that the requests of the matrix are made by and with. Things are made when a row first names them;
 * {@link #startAnew} forgets them, so that the next row finds nothing spent. People stay.
 */
public final class MatrixWorld {

    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");

    private final int port;
    private final JdbcClient jdbc;
    private final Map<Actor, Browser> people = new EnumMap<>(Actor.class);
    private final Map<String, Function<Actor, String>> definitions = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private @Nullable Browser ended;

    MatrixWorld(int port, JdbcClient jdbc) {
        this.port = port;
        this.jdbc = jdbc;
    }

    /** A value that is the same whoever asks, made once; it may ask for other values. */
    public void define(String name, Supplier<String> value) {
        definitions.put(name, actor -> {
            String known = made.get(name);
            if (known == null) {
                known = value.get();
                made.put(name, known);
            }
            return known;
        });
    }

    /** A value that depends on who asks, computed each time. */
    public void defineFor(String name, Function<Actor, String> value) {
        definitions.put(name, value);
    }

    /** The value of a defined name. */
    public String value(String name) {
        return value(name, Actor.A6);
    }

    /** The actor's browser. What a part does with it, the requests of the matrix find done. */
    public Browser browser(Actor actor) {
        return people.computeIfAbsent(actor, this::somebody);
    }

    public UUID userId(Actor actor) {
        return browser(actor).userId();
    }

    /** Another person, verified and in no team. */
    public Browser bystander() {
        Browser browser = Browser.signedUp(port, "bystander");
        verify(browser);
        return browser;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    String filled(String text, Actor actor) {
        Matcher names = NAME.matcher(text);
        return names.replaceAll(name -> Matcher.quoteReplacement(value(name.group(1), actor)));
    }

    /** The browser for one request, apart from the actor's own; A7's sends the cookie of a session that has ended. */
    Browser forOneRequest(Actor actor) {
        if (actor != Actor.A7) {
            return browser(actor).copy();
        }
        Browser known = ended;
        if (known == null) {
            known = ended(browser(actor).me().path("email").asString());
            ended = known;
        }
        return known.copy();
    }

    /** Forgets all things, and everybody whose session or account was spent. */
    void startAnew() {
        made.clear();
        people.entrySet()
                .removeIf(person -> person.getKey() != Actor.A0
                        && person.getValue().copy().get("/api/me").status() != 200);
    }

    private String value(String name, Actor actor) {
        Function<Actor, String> definition = definitions.get(name);
        assertThat(definition).as("expected a MatrixPart to define {%s}", name).isNotNull();
        return definition.apply(actor);
    }

    private Browser somebody(Actor actor) {
        if (actor == Actor.A0) {
            return new Browser(port);
        }
        Browser browser = Browser.signedUp(port, actor.name().toLowerCase(java.util.Locale.ROOT));
        if (actor != Actor.A1) {
            verify(browser);
        }
        return browser;
    }

    private Browser ended(String email) {
        Browser browser = new Browser(port);
        browser.post("/api/auth/sign-in", """
                        {"email": "%s", "password": "%s"}""".formatted(email, Browser.PASSWORD))
                .expect(200);
        Browser old = browser.copy();
        browser.post("/api/auth/sign-out", null).expect(204);
        return old;
    }

    private void verify(Browser browser) {
        jdbc.sql("update \"user\" set email_verified = true where id = :id")
                .param("id", browser.userId())
                .update();
    }
}
