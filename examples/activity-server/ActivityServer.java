import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An activity server for ProcessFlow in one file: it writes package labels. Start it with Java 17 or newer:
 * {@code java ActivityServer.java [port]}; then copy it and write your own {@link #work}. The README beside it explains the
 * contract.
 */
public final class ActivityServer {

    private static final int LONGEST_BODY = 1024 * 1024;
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);

    /** Waits between two tries to hand over an answer; afterwards it is given up and logged. */
    private static final long[] ANSWER_AGAIN_AFTER_SECONDS = {1, 2, 4, 8, 15, 30, 60, 120, 300, 600};

    private final String secret;
    private final Map<String, Call> calls = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(4);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private ActivityServer(String secret) {
        this.secret = secret;
    }

    public static void main(String[] arguments) throws IOException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9000;
        String host = System.getenv().getOrDefault("HOST", "127.0.0.1");
        String secret = System.getenv("WEBHOOK_SECRET");
        ActivityServer activities = new ActivityServer(secret);
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/", activities::handle);
        server.start();
        log("listening on http://" + host + ":" + server.getAddress().getPort()
                + (secret == null ? "; signatures are not checked, because WEBHOOK_SECRET is not set" : ""));
    }

    // --- What you change ----------------------------------------------------------------------------------------------

    /**
     * Does the work: gets the node's data and gives the variables that the process goes on with. An exception becomes the
     * error that people see at the node.
     */
    private static Map<String, Object> work(String elementInstanceId, Map<String, Object> data) {
        if (isTrue(option(data, "fail"))) {
            throw new IllegalStateException("The label printer is out of paper.");
        }
        String variable = text(option(data, "outputs.labelVariableName"), "label");
        String recipient = text(option(data, "recipient"), "Customer");
        return Map.of(variable, "PF-" + elementInstanceId + " " + recipient);
    }

    /** How long this work takes; real work needs no such thing. */
    private static long seconds(Map<String, Object> data) {
        return Math.min(3600, (long) Double.parseDouble(text(option(data, "delaySeconds"), "0")));
    }

    // --- What you keep ------------------------------------------------------------------------------------------------

    /** One call, however often it is sent: the work is done once, its answer kept for repeats. */
    private static final class Call {
        final Instant since = Instant.now();
        URI answerTo;
        String answer;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                route(exchange);
            } catch (IllegalArgumentException unreadable) {
                reply(exchange, 400, Map.of("error", String.valueOf(unreadable.getMessage())));
            }
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/health")) {
            reply(exchange, 200, Map.of("status", "UP"));
        } else if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            reply(exchange, 405, Map.of("error", "Calls are sent by POST."));
        } else {
            take(exchange);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            reply(exchange, 413, Map.of("error", "The body is too long."));
            return;
        }
        if (secret != null && !isSigned(exchange, bytes)) {
            reply(exchange, 401, Map.of("error", "The signature is missing, wrong or too old."));
            return;
        }
        Map<String, Object> body = object(new Json(new String(bytes, StandardCharsets.UTF_8)).read());
        String elementInstanceId = text(body.get("flowElementInstanceId"), "");
        URI responsePath = URI.create(text(body.get("responsePath"), ""));
        URI errorResponsePath = URI.create(text(body.get("errorResponsePath"), ""));
        if (elementInstanceId.isEmpty() || responsePath.getHost() == null || errorResponsePath.getHost() == null) {
            throw new IllegalArgumentException("Expected flowElementInstanceId, responsePath and errorResponsePath.");
        }
        Map<String, Object> data = body.get("data") == null ? Map.of() : object(body.get("data"));
        long seconds = seconds(data);
        // Answer at once; the work is done afterwards, and its result sent to responsePath.
        String id = text(exchange.getRequestHeaders().getFirst("webhook-id"), elementInstanceId);
        calls.values().removeIf(old -> old.since.isBefore(Instant.now().minus(REMEMBERED)));
        Call call = new Call();
        Call before = calls.putIfAbsent(id, call);
        if (before == null) {
            log(id + " taken");
            later.schedule(
                    () -> finish(id, call, elementInstanceId, data, responsePath, errorResponsePath),
                    seconds,
                    TimeUnit.SECONDS);
        } else {
            log(id + " taken again");
            answerAgain(id, before);
        }
        reply(exchange, 202, Map.of("status", "accepted"));
    }

    private void finish(
            String id, Call call, String elementInstanceId, Map<String, Object> data, URI responsePath, URI errorResponsePath) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("flowElementInstanceId", elementInstanceId);
        URI to;
        try {
            answer.put("data", work(elementInstanceId, data));
            to = responsePath;
        } catch (RuntimeException failed) {
            answer.put("errorMessage", String.valueOf(failed.getMessage()));
            to = errorResponsePath;
        }
        synchronized (call) {
            call.answer = Json.write(answer);
            call.answerTo = to;
        }
        send(id, to, call.answer, 0);
    }

    /** A call that comes again gets its answer again, as soon as there is one; ProcessFlow takes it once. */
    private void answerAgain(String id, Call call) {
        synchronized (call) {
            if (call.answer != null) {
                later.execute(() -> send(id, call.answerTo, call.answer, 0));
            }
        }
    }

    private void send(String id, URI to, String answer, int tries) {
        HttpRequest request = HttpRequest.newBuilder(to)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(answer))
                .build();
        http.sendAsync(request, BodyHandlers.ofString()).whenComplete((response, failed) -> {
            boolean passing = failed != null || response.statusCode() == 429 || response.statusCode() >= 500;
            // Never the address: its token is a secret.
            log(id + " answered: " + (failed != null ? "no connection" : response.statusCode() + " " + response.body()));
            if (passing && tries < ANSWER_AGAIN_AFTER_SECONDS.length) {
                long wait = ANSWER_AGAIN_AFTER_SECONDS[tries];
                later.schedule(() -> send(id, to, answer, tries + 1), wait, TimeUnit.SECONDS);
            }
        });
    }

    /** Standard Webhooks: HMAC-SHA-256 over id, time and body; the header may carry several signatures. */
    private boolean isSigned(HttpExchange exchange, byte[] body) {
        String id = text(exchange.getRequestHeaders().getFirst("webhook-id"), "");
        String time = text(exchange.getRequestHeaders().getFirst("webhook-timestamp"), "");
        String signatures = text(exchange.getRequestHeaders().getFirst("webhook-signature"), "");
        if (!time.matches("[0-9]{1,12}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), Instant.now());
        if (age.abs().compareTo(CLOCKS_MAY_DIFFER) > 0) {
            return false;
        }
        byte[] expected = ("v1," + sign(id + "." + time + ".", body)).getBytes(StandardCharsets.UTF_8);
        boolean signed = false;
        for (String signature : signatures.split(" ")) {
            signed |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        }
        return signed;
    }

    private String sign(String head, byte[] body) {
        try {
            String key = secret.startsWith("whsec_") ? secret.substring("whsec_".length()) : secret;
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("expected every JDK to know HmacSHA256", impossible);
        }
    }

    private static void reply(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** An option by its dotted path, whether it is kept as nested objects or under the whole path. */
    private static Object option(Map<String, Object> data, String path) {
        if (data.containsKey(path)) {
            return data.get(path);
        }
        int dot = path.indexOf('.');
        boolean nested = dot > 0 && data.get(path.substring(0, dot)) instanceof Map;
        return nested ? option(object(data.get(path.substring(0, dot))), path.substring(dot + 1)) : null;
    }

    private static boolean isTrue(Object value) {
        return value != null && value.toString().equals("true");
    }

    private static String text(Object value, String otherwise) {
        return value == null || value.toString().isBlank() ? otherwise : value.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        throw new IllegalArgumentException("Expected a JSON object.");
    }

    private static void log(String line) {
        System.out.println(Instant.now() + " " + line.replaceAll("[\\r\\n]", " "));
    }

    /** As much JSON as the contract needs; in a project with a JSON library use that. */
    private static final class Json {

        private static final int DEEPEST = 64;

        private final String text;
        private int at;
        private int depth;

        Json(String text) {
            this.text = text;
        }

        Object read() {
            Object value = value();
            if (peek() != 0) {
                throw unexpected();
            }
            return value;
        }

        private Object value() {
            if (++depth > DEEPEST) {
                throw new IllegalArgumentException("The JSON is nested too deeply.");
            }
            char next = peek();
            Object value = next == '{' ? members() : next == '[' ? items() : next == '"' ? string() : literal();
            depth--;
            return value;
        }

        private Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            take('{');
            while (peek() != '}') {
                if (!members.isEmpty()) {
                    take(',');
                    peek();
                }
                String name = string();
                take(':');
                members.put(name, value());
            }
            take('}');
            return members;
        }

        private List<Object> items() {
            List<Object> items = new ArrayList<>();
            take('[');
            while (peek() != ']') {
                if (!items.isEmpty()) {
                    take(',');
                }
                items.add(value());
            }
            take(']');
            return items;
        }

        private String string() {
            StringBuilder string = new StringBuilder();
            take('"');
            while (current() != '"') {
                char next = current();
                at++;
                string.append(next == '\\' ? escaped() : next);
            }
            at++;
            return string.toString();
        }

        private char escaped() {
            char kind = current();
            at++;
            int simple = "\"\\/bfnrt".indexOf(kind);
            if (simple >= 0) {
                return "\"\\/\b\f\n\r\t".charAt(simple);
            }
            if (kind != 'u' || at + 4 > text.length()) {
                throw unexpected();
            }
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }

        private Object literal() {
            int from = at;
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at);
            switch (word) {
                case "null":
                    return null;
                case "true":
                case "false":
                    return word.equals("true");
                default:
                    return number(word);
            }
        }

        private Object number(String word) {
            if (!word.matches("-?[0-9]{1,100}(\\.[0-9]{1,100})?([eE][+-]?[0-9]{1,3})?")) {
                throw unexpected();
            }
            return new java.math.BigDecimal(word);
        }

        /** The next character that is not white space, 0 at the end. */
        private char peek() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private char current() {
            if (at >= text.length()) {
                throw unexpected();
            }
            return text.charAt(at);
        }

        private void take(char expected) {
            if (peek() != expected) {
                throw unexpected();
            }
            at++;
        }

        private IllegalArgumentException unexpected() {
            return new IllegalArgumentException("This is no JSON, at character " + (at + 1) + ".");
        }

        static String write(Object value) {
            StringBuilder json = new StringBuilder();
            write(value, json);
            return json.toString();
        }

        private static void write(Object value, StringBuilder json) {
            if (value instanceof Map) {
                String comma = "{";
                for (Map.Entry<String, Object> member : object(value).entrySet()) {
                    json.append(comma);
                    write(member.getKey(), json);
                    json.append(':');
                    write(member.getValue(), json);
                    comma = ",";
                }
                json.append(comma.equals("{") ? "{}" : "}");
            } else if (value instanceof List) {
                String comma = "[";
                for (Object item : (List<?>) value) {
                    json.append(comma);
                    write(item, json);
                    comma = ",";
                }
                json.append(comma.equals("[") ? "[]" : "]");
            } else if (value instanceof String) {
                quote((String) value, json);
            } else {
                json.append(value);
            }
        }

        private static void quote(String value, StringBuilder json) {
            json.append('"');
            for (int i = 0; i < value.length(); i++) {
                char next = value.charAt(i);
                if (next == '"' || next == '\\') {
                    json.append('\\').append(next);
                } else if (next < ' ') {
                    json.append(String.format("\\u%04x", (int) next));
                } else {
                    json.append(next);
                }
            }
            json.append('"');
        }
    }
}
