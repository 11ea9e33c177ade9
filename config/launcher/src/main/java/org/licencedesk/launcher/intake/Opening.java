package org.licencedesk.launcher.intake;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.DataChunk;

/**
 * Answers 503 until the application is there. Payara listens before that, and answers 403, 404 and 500 to requests for an
 * application that is not started to its end.
 */
public final class Opening extends BaseFilter {

    /** The system property that Payara sets to {@code true} when it has deployed. */
    public static final String PROPERTY = "licence.open";

    private static final String CLOSED =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nCache-Control: no-store\r\nConnection: close\r\n";

    /** As the product says it while its database is away, but that nothing was done is certain here. */
    private static final String PROBLEM = """
        {"type":"/problems/unavailable","title":"Unavailable","status":503,\
        "detail":"This node is starting and has done nothing. Repeat the request.","instance":"%s","code":"unavailable"}\
        """;

    private static final Pattern PLAIN = Pattern.compile("/api(/[\\w.~%/-]*)?");

    private volatile boolean open;

    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (isOpen()
                || !(context.getMessage() instanceof HttpContent content)
                || !(content.getHttpHeader() instanceof HttpRequestPacket request)) {
            return context.getInvokeAction();
        }
        PendingRequests.refuse(context.getConnection(), answer(path(request)));
        return context.getStopAction();
    }

    private boolean isOpen() {
        if (!open) {
            open = Boolean.getBoolean(PROPERTY);
        }
        return open;
    }

    private static String path(HttpRequestPacket request) {
        DataChunk target = request.getRequestURIRef().getRequestURIBC();
        return target.isNull() ? "" : target.toString(StandardCharsets.ISO_8859_1);
    }

    static String answer(String path) {
        if (!path.equals("/api") && !path.startsWith("/api/")) {
            return CLOSED + "Content-Length: 0\r\n\r\n";
        }
        String problem = PROBLEM.formatted(
                Optional.of(path).filter(text -> PLAIN.matcher(text).matches()).orElse("/api"));
        return CLOSED + "Content-Type: application/problem+json\r\nContent-Length: " + problem.length() + "\r\n\r\n"
                + problem;
    }
}
