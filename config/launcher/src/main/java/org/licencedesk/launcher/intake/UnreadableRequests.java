package org.licencedesk.launcher.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.MimeHeaders;

/**
 * Leads requests whose target or host Payara cannot read to the product's own refusal. Payara itself fails of them before
 * any filter of the product: it logs a stack trace and answers 200 with nothing, or 400 with nothing. So it does with those
 * whose end two readers could see at different places.
 */
final class UnreadableRequests extends BaseFilter {

    private static final String API = "/api";

    /** A query that cannot be decoded: the product refuses it in the form of the place that is asked. */
    private static final String UNREADABLE = "%";

    private static final String SEVERAL_HOSTS =
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    private static final Pattern HOST = Pattern.compile("([\\w.~%-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (context.getMessage() instanceof HttpContent content
                && content.getHttpHeader() instanceof HttpRequestPacket request) {
            // Grizzly holds on to the first of several hosts, wherever the request is led.
            if (values(request.getHeaders(), Header.Host).size() > 1) {
                PendingRequests.refuse(context.getConnection(), SEVERAL_HOSTS);
                return context.getStopAction();
            }
            lead(request);
        }
        return context.getInvokeAction();
    }

    private static void lead(HttpRequestPacket request) {
        DataChunk target = request.getRequestURIRef().getRequestURIBC();
        String path = target.isNull() ? "" : target.toString(StandardCharsets.ISO_8859_1);
        MimeHeaders headers = request.getHeaders();
        boolean hostIsReadable = isReadableHost(values(headers, Header.Host));
        if (!hostIsReadable) {
            headers.removeHeader(Header.Host);
            headers.setValue(Header.Host).setString("unreadable");
        }
        boolean endIsClear =
                isClearEnd(values(headers, Header.TransferEncoding), values(headers, Header.ContentLength));
        if (!hostIsReadable || !endIsClear || !isReadable(path)) {
            request.getRequestURIRef().init(path.equals(API) || path.startsWith(API + "/") ? API : "/");
            request.setQueryString(UNREADABLE);
        }
    }

    private static List<String> values(MimeHeaders headers, Header name) {
        List<String> values = new ArrayList<>();
        headers.values(name).forEach(values::add);
        return values;
    }

    static boolean isClearEnd(List<String> encodings, List<String> lengths) {
        return encodings.isEmpty()
                || (lengths.isEmpty()
                        && encodings.size() == 1
                        && encodings.get(0).strip().equalsIgnoreCase("chunked"));
    }

    static boolean isReadableHost(List<String> hosts) {
        return hosts.isEmpty()
                || (hosts.size() == 1 && HOST.matcher(hosts.get(0)).matches());
    }

    /** @return whether every server reads the path, and in the same way: dot segments are for clients to resolve */
    static boolean isReadable(String path) {
        return path.startsWith("/")
                && path.chars().allMatch(character -> character < 0x7f)
                && ESCAPE.matcher(path).replaceAll("").indexOf('%') < 0
                && Arrays.stream(path.split("/")).allMatch(UnreadableRequests::isReadableSegment);
    }

    private static boolean isReadableSegment(String segment) {
        try {
            String name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(segment.replaceFirst(";.*", ""))))
                    .toString();
            return name.indexOf('\0') < 0 && name.indexOf('\\') < 0 && !name.equals(".") && !name.equals("..");
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] bytes(String escaped) {
        String characters = ESCAPE.matcher(escaped)
                .replaceAll(
                        escape -> quoted((char) Integer.parseInt(escape.group().substring(1), 16)));
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String quoted(char character) {
        return Matcher.quoteReplacement(String.valueOf(character));
    }
}
