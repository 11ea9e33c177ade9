package org.licencedesk.messages.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.platform.NameLookup;

/**
 * Posts a message to its address, once, and says what came of it. Redirects are not followed, proxies and cookies not
 * used, and no more of the answer is read than its status and {@code Retry-After}.
 */
@ApplicationScoped
class WebhookSender {

    private static final MediaType JSON = MediaType.get("application/json");

    private static final String RETRY_AFTER = "Retry-After";

    private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

    private final AllowedAddresses allowed;

    /** For what the operator allows. */
    private final OkHttpClient trusting;

    /** For everything else: connects to public addresses only. */
    private final OkHttpClient guarded;

    /** With the operator's settings. */
    WebhookSender() {
        this(AllowedAddresses.configured(), Dns.SYSTEM, Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    /**
     * @param names turns names into addresses
     * @param connecting how long a connection may take
     * @param whole how long all of it may take, to the status of the answer
     */
    WebhookSender(AllowedAddresses allowed, Dns names, Duration connecting, Duration whole) {
        this.allowed = allowed;
        this.trusting = new OkHttpClient.Builder()
                .dns(host -> NameLookup.addresses(host, names::lookup))
                .connectTimeout(connecting)
                .callTimeout(whole)
                .followRedirects(false)
                .followSslRedirects(false)
                .proxy(Proxy.NO_PROXY)
                .protocols(List.of(Protocol.HTTP_1_1))
                .build();
        this.guarded = trusting.newBuilder()
                .socketFactory(new PublicSockets())
                .connectionPool(new ConnectionPool())
                .build();
    }

    DeliveryOutcome send(SignedMessage message) {
        try {
            WebhookAddress address = WebhookAddress.parse(message.url(), allowed);
            OkHttpClient client = address.exempt() ? trusting : guarded;
            try (Response answer = client.newCall(request(message)).execute()) {
                return DeliveryOutcome.answered(answer.code(), retryAfter(answer.headers(), message.at()));
            }
        } catch (InvalidValue | PublicSockets.NotPublic e) {
            return DeliveryOutcome.failed(DeliveryFailure.NOT_ALLOWED);
        } catch (UnknownHostException | ConnectException | NoRouteToHostException | SSLException e) {
            return DeliveryOutcome.failed(DeliveryFailure.UNREACHABLE);
        } catch (IOException e) {
            return DeliveryOutcome.failed(DeliveryFailure.NO_ANSWER);
        }
    }

    /** Seconds, or a date in one of the three forms that HTTP knows (RFC 9110, 10.2.3); what is neither says nothing. */
    private static Optional<Duration> retryAfter(Headers answer, Instant now) {
        return Optional.ofNullable(answer.get(RETRY_AFTER))
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .or(() -> Optional.ofNullable(answer.getDate(RETRY_AFTER))
                        .map(date -> Duration.between(now, date.toInstant())));
    }

    private static Request request(SignedMessage message) {
        return new Request.Builder()
                .url(message.url())
                .header("User-Agent", "Licence-Desk")
                .header("webhook-id", message.id().toString())
                .header("webhook-timestamp", Long.toString(message.at().getEpochSecond()))
                .header("webhook-signature", message.signature())
                .post(RequestBody.create(message.body().getBytes(StandardCharsets.UTF_8), JSON))
                .build();
    }
}
