package org.licencedesk.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.web.json.Body;
import org.licencedesk.web.json.InvalidRequest;
import org.licencedesk.web.json.InvalidRequest.Place;

/**
 * Reads the query parameters of the present request, which are the ones that its operation declares, and no single one
 * twice ({@link ContentGate}); an empty one is as good as none.
 */
@ApplicationScoped
public class QueryParameters {

    private static final int PAGE = 50;

    private static final int LARGEST_PAGE = 200;

    /** The largest whole number that every reader of JSON can keep, 2^53 - 1. */
    private static final long LARGEST_SEQUENCE = 9_007_199_254_740_991L;

    @Context
    private UriInfo uri;

    /** @return the parameter as text */
    public Optional<String> text(String name) {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(name)).filter(text -> !text.isEmpty());
    }

    /** @return the elements of a list, which are separated by commas, by repeating the parameter, or by both; in order */
    public List<String> list(String name) {
        return uri.getQueryParameters().getOrDefault(name, List.of()).stream()
                .filter(text -> !text.isEmpty())
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .toList();
    }

    /** @throws InvalidRequest if the parameter is no whole number within the bounds */
    public Optional<Long> wholeNumber(String name, long least, long most) {
        return text(name).map(text -> {
            if (!text.matches("-?\\d{1,18}")) {
                throw invalid(name, "value.not-in-form");
            }
            long number = Long.parseLong(text);
            if (number < least || number > most) {
                throw invalid(name, "value.out-of-range");
            }
            return number;
        });
    }

    /**
     * @return the sequence number after which to begin; if nothing is said 0
     * @throws InvalidRequest if the parameter is none
     */
    public long sequence(String name) {
        return wholeNumber(name, 0, LARGEST_SEQUENCE).orElse(0L);
    }

    /** @throws InvalidRequest if the parameter is neither true nor false */
    public Optional<Boolean> truth(String name) {
        return text(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(name, "value.unknown");
        });
    }

    /** @throws InvalidRequest if the parameter is no ISO 8601 instant in UTC */
    public Optional<Instant> instant(String name) {
        return text(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw invalid(name, "value.not-in-form");
            }
        });
    }

    /** @throws InvalidRequest if the parameter is no ISO 8601 date */
    public Optional<LocalDate> date(String name) {
        return text(name).map(text -> {
            try {
                return Body.date(name, text);
            } catch (InvalidValue e) {
                throw InvalidRequest.of(e, Place.PARAMETER);
            }
        });
    }

    /** @return how many rows the page is to have: 1 to 200, if nothing is said 50 */
    public int limit() {
        return wholeNumber("limit", 1, LARGEST_PAGE).map(Math::toIntExact).orElse(PAGE);
    }

    /** @return the page that is wanted */
    public PageRequest page() {
        return new PageRequest(text("cursor"), limit());
    }

    /** @return the refusal of a parameter */
    public static InvalidRequest invalid(String name, String detail) {
        return new InvalidRequest(Place.PARAMETER, name, detail);
    }
}
