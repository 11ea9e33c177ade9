package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** The target of a request as it was sent. One that cannot be read is refused before anything else. */
final class RequestTarget {

    private RequestTarget() {}

    /**
     * @return whether path and query can be decoded. Dot segments count as unreadable: clients resolve them, and those who
     *     route by the path as it was sent would find another place than those who route by the resolved one
     */
    static boolean isReadable(HttpServletRequest request) {
        return isReadable(request.getRequestURI(), Optional.ofNullable(request.getQueryString()));
    }

    static boolean isReadable(String path, Optional<String> query) {
        return query.map(UrlEncoding::decode).map(Optional::isPresent).orElse(true)
                && Arrays.stream(path.split("/")).allMatch(RequestTarget::isReadableSegment);
    }

    /** @return the name, as it was sent, of the first parameter of the query that cannot be decoded */
    static Optional<String> unreadableParameter(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString()).stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(parameter -> UrlEncoding.decode(parameter).isEmpty())
                .map(parameter -> parameter.replaceFirst("=.*", ""))
                .findFirst();
    }

    private static boolean isReadableSegment(String segment) {
        return UrlEncoding.decode(segment.replaceFirst(";.*", ""))
                .filter(name -> !name.equals(".") && !name.equals(".."))
                .isPresent();
    }
}
