package io.processflow.server.activity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.processflow.server.platform.AllowedNetworks;
import io.processflow.server.platform.BaseUrl;
import io.processflow.server.shop.ExecutionUrls;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends one attempt of a call. No redirect is followed, no proxy of the environment is used, every address is checked as it
 * is connected to, the whole call has one time limit, and at most 64 KiB of the answer are read.
 */
@Component
class ActivityClient {

    private static final int MOST_READ = 64 * 1024;

    private final ActivitySettings settings;
    private final ExecutionUrls urls;
    private final BaseUrl baseUrl;
    private final CallbackTokens tokens;
    private final WebhookSignature signature;
    private final JsonMapper json;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService timeouts = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("activity-timeouts").factory());

    ActivityClient(
            ActivitySettings settings,
            AllowedNetworks allowed,
            ExecutionUrls urls,
            BaseUrl baseUrl,
            CallbackTokens tokens,
            WebhookSignature signature,
            JsonMapper json) {
        this.settings = settings;
        this.urls = urls;
        this.baseUrl = baseUrl;
        this.tokens = tokens;
        this.signature = signature;
        this.json = json;
        this.client = client(settings, allowed);
    }

    private static CloseableHttpClient client(ActivitySettings settings, AllowedNetworks allowed) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new AddressGuard(allowed))
                .setMaxConnPerRoute(settings.perHost())
                .setMaxConnTotal(1_000)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.callTimeout()))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(settings.callTimeout()))
                        .setConnectionRequestTimeout(Timeout.of(settings.callTimeout()))
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .setUserAgent("ProcessFlow")
                .build();
    }

    @PreDestroy
    void close() throws IOException {
        timeouts.shutdownNow();
        client.close();
    }

    CallResult send(DueCall call) {
        long began = System.nanoTime();
        Optional<String> wrong = urls.problem(call.url());
        if (wrong.isPresent()) {
            return new CallResult.Final(null, since(began), "the address may not be called: " + wrong.get());
        }
        HttpPost post = request(call);
        ScheduledFuture<?> timeout =
                timeouts.schedule(post::abort, settings.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(post, response -> {
                drain(response);
                return result(response, since(began));
            });
        } catch (AddressGuard.Refused refused) {
            return new CallResult.Final(null, since(began), "the address may not be called from here");
        } catch (IOException failed) {
            return new CallResult.Passing(null, since(began), inOurWords(failed, post), null);
        } finally {
            timeout.cancel(false);
        }
    }

    private HttpPost request(DueCall call) {
        String token = tokens.of(call.id(), call.elementInstanceId());
        ObjectNode body = json.createObjectNode();
        body.put("responsePath", baseUrl.link("/api/instance/complete?token=" + token));
        body.put("errorResponsePath", baseUrl.link("/api/instance/error?token=" + token));
        body.put("flowElementInstanceId", Long.toString(call.elementInstanceId()));
        body.set("data", json.readTree(call.data()));
        String text = json.writeValueAsString(body);
        // Wall clock: a receiver compares it with its own, within minutes.
        long timestamp = System.currentTimeMillis() / 1000;
        HttpPost post = new HttpPost(call.url());
        post.setEntity(new StringEntity(text, ContentType.APPLICATION_JSON.withCharset(UTF_8)));
        post.setHeader("webhook-id", call.webhookId());
        post.setHeader("webhook-timestamp", Long.toString(timestamp));
        post.setHeader("webhook-signature", signature.sign(call.teamId(), call.webhookId(), timestamp, text));
        return post;
    }

    private static void drain(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() != null) {
            try (InputStream content = response.getEntity().getContent()) {
                content.readNBytes(MOST_READ);
            }
        }
    }

    private static CallResult result(ClassicHttpResponse response, long millis) {
        int status = response.getCode();
        if (status >= 200 && status < 300) {
            return new CallResult.Taken(status, millis);
        }
        String message = "the activity's server answered with status " + status;
        boolean passing = status == 408 || status == 425 || status == 429 || status >= 500;
        return passing
                ? new CallResult.Passing(status, millis, message, retryAfter(response))
                : new CallResult.Final(status, millis, message);
    }

    /** Seconds only; a date there is read as no wish. */
    private static @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        return header != null && header.getValue().matches("[0-9]{1,7}")
                ? Duration.ofSeconds(Long.parseLong(header.getValue()))
                : null;
    }

    private static String inOurWords(IOException failed, HttpPost post) {
        if (post.isAborted() || failed instanceof SocketTimeoutException) {
            return "the activity's server did not answer in time";
        }
        return failed instanceof UnknownHostException
                ? "the activity's server has no address"
                : "no connection to the activity's server";
    }

    private static long since(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
