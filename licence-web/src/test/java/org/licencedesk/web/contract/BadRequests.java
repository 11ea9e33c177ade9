package org.licencedesk.web.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Targets and heads that no client library would send, as they go over the wire. */
final class BadRequests {

    /** After the beginning of a path: what cannot be decoded, or leads to another place than it seems to. */
    private static final List<String> UNREADABLE = List.of(
            "%",
            "%2",
            "%zz",
            "ID%zz",
            "%00",
            "a%00.xhtml",
            "%ff",
            "%c0%af",
            "%e0%80%af",
            "%ed%a0%80",
            "%f4%90%80%80",
            "\u00e9",
            "%5c",
            "\\",
            "./x",
            "../x",
            "..",
            "../../../../x",
            "%2e%2e/%2e%2e/WEB-INF/web.xml",
            "..;a=b/x",
            "x?a=%zz",
            "x?%c0%af=1",
            "x?a=\u00e9");

    /** After the beginning of a path: odd, and readable. */
    private static final List<String> ODD = List.of(
            ";jsessionid=0123456789",
            "a;b=c;d=%20/e",
            "/x",
            "a%2fb",
            "a%0ab",
            "a%0d%0aX-Evil:%201",
            "<script>",
            "a|b{c}\"^`",
            "x".repeat(3000),
            "#fragment",
            "x?",
            "x?&&=&a",
            "x?a=1&a=2",
            "x?" + "a=1&".repeat(1000));

    private BadRequests() {}

    /** @return targets that are refused with 400, in the form of the place that they begin at */
    static Stream<String> unreadableTargets() {
        return places().flatMap(place -> UNREADABLE.stream().map(rest -> place + rest));
    }

    /** @return targets that mean nothing, or not what they look like */
    static Stream<String> oddTargets() {
        Stream<String> whole = Stream.of(
                "//",
                "//elsewhere.example/x",
                "/api",
                "/api/v1",
                "/api/v2/x",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "http://127.0.0.1/sign-in",
                "http://elsewhere.example/sign-in",
                "http://elsewhere.example/api/v1/x");
        return Stream.concat(whole, places().flatMap(place -> ODD.stream().map(rest -> place + rest)));
    }

    /** @return targets that are no path */
    static Stream<String> noPaths() {
        return Stream.of("sign-in", "api/v1/terms/current", "elsewhere.example:80", "*");
    }

    private static Stream<String> places() {
        return Stream.of(
                "/",
                "/sign-in/",
                "/users/",
                "/health/",
                "/jakarta.faces.resource/",
                "/api/v1/",
                "/api/v1/terms/",
                "/api/v1/tenants/demo/users/");
    }

    /** @return lines of a head that can be parsed, by what is wrong with them */
    static Map<String, List<String>> oddHeaders() {
        Map<String, List<String>> heads = new LinkedHashMap<>();
        heads.put("Accept that is none", List.of("Accept: /////"));
        heads.put("Accept with a broken weight", List.of("Accept: a/b;q=zz"));
        heads.put("long Accept", List.of("Accept: " + "a/b,".repeat(1000)));
        heads.put("empty Accept", List.of("Accept:"));
        heads.put("Content-Type that is none", List.of("Content-Type: ;;;"));
        heads.put("Content-Type with half a parameter", List.of("Content-Type: text/plain; charset"));
        heads.put("Content-Type of an unknown charset", List.of("Content-Type: application/json; charset=klingon"));
        heads.put("multipart without a boundary", List.of("Content-Type: multipart/form-data"));
        heads.put("Authorization of nothing", List.of("Authorization:"));
        heads.put("Authorization without a token", List.of("Authorization: Bearer"));
        heads.put("Basic that is no Base64", List.of("Authorization: Basic !!!"));
        heads.put("Authorization twice", List.of("Authorization: Bearer a", "Authorization: Bearer b"));
        heads.put("If-Match that is none", List.of("If-Match: \""));
        heads.put("If-Modified-Since that is none", List.of("If-Modified-Since: yesterday"));
        heads.put("Range that is none", List.of("Range: bytes=9-0,-"));
        heads.put("Range", List.of("Range: bytes=0-1", "If-Range: \"x\""));
        heads.put("Idempotency-Key that is none", List.of("Idempotency-Key: \"\""));
        heads.put("Cookie that is none", List.of("Cookie: =;;==;\"a=b"));
        heads.put("Cookie of a session that is none", List.of("Cookie: JSESSIONID=../../x%00"));
        heads.put("long Cookie", List.of("Cookie: " + "a=b; ".repeat(1000)));
        heads.put("Accept-Language that is none", List.of("Accept-Language: !!;q=x,de-" + "x".repeat(500)));
        heads.put("Accept-Encoding that is none", List.of("Accept-Encoding: gzip;q=9,,;"));
        heads.put("X-Forwarded-For that is none", List.of("X-Forwarded-For: a,,;'"));
        heads.put("Forwarded", List.of("Forwarded: for=\"[::1\";host=elsewhere.example"));
        heads.put("X-HTTP-Method-Override", List.of("X-HTTP-Method-Override: DELETE"));
        heads.put("Expect in vain", List.of("Upgrade: h2c", "HTTP2-Settings: AAA"));
        heads.put("a line that goes on", List.of("X-A: a", " b"));
        heads.put("a line without a name", List.of(": a"));
        heads.put("a line without a colon", List.of("garbage"));
        heads.put("Faces-Request", List.of("Faces-Request: partial/ajax"));
        heads.put("unknown Transfer-Encoding", List.of("Transfer-Encoding: gzip, foo"));
        return heads;
    }

    /** @return values of {@code Host} that are none */
    static Stream<String> badHosts() {
        return Stream.of("Host:", "Host: x:yy", "Host: a b", "Host: x:99999999", "Host: x/%zz");
    }

    /** @return messages that are no HTTP: what parses them refuses them, with a status and nothing more */
    static Map<String, String> noHttp() {
        Map<String, String> messages = new LinkedHashMap<>();
        String end = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        messages.put("no Host", "GET /sign-in HTTP/1.1\r\nConnection: close\r\n\r\n");
        messages.put("line ends without a return", "GET /sign-in HTTP/1.1\nHost: x\nConnection: close\n\n");
        messages.put("long target", "GET /" + "a".repeat(9000) + end + "\r\n");
        messages.put("longer target", "GET /api/v1/" + "a".repeat(70_000) + end + "\r\n");
        messages.put("many headers", "GET /sign-in" + end + "X-A: 1\r\n".repeat(300) + "\r\n");
        messages.put("long header", "GET /sign-in" + end + "X-A: " + "a".repeat(9000) + "\r\n\r\n");
        messages.put("control character", "GET /sign-in" + end + "X-A: a\u0001b\r\n\r\n");
        messages.put("NUL", "GET /api/v1/x" + end + "X-A: a\u0000b\r\n\r\n");
        messages.put("no ASCII", "GET /api/v1/x" + end + "Authorization: Bearer \u00e9\r\n\r\n");
        messages.put("length that is none", "POST /sign-in" + end + "Content-Length: abc\r\n\r\n");
        messages.put("negative length", "POST /api/v1/x" + end + "Content-Length: -1\r\n\r\n");
        messages.put("huge length", "POST /api/v1/x" + end + "Content-Length: 99999999999999999999\r\n\r\n");
        messages.put("two lengths", "POST /api/v1/x" + end + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab");
        messages.put("two hosts", "GET /sign-in HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n");
        messages.put("CONNECT", "CONNECT elsewhere.example:443" + end + "\r\n");
        messages.put(
                "chunks that are none",
                "POST /api/v1/terms" + end + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
        messages.put("Expect that is none", "POST /sign-in" + end + "Expect: foo\r\nContent-Length: 1\r\n\r\na");
        messages.put("TRACE", "TRACE /sign-in" + end + "\r\n");
        return messages;
    }
}
