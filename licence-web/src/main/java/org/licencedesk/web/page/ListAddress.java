package org.licencedesk.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.licencedesk.kernel.Text;

/**
 * The address of a list: what is searched for, the filters, the order, the page. Back, reload and a link that was sent
 * show the same. Reading it leaves out what cannot be, as if it were not there, and of what is there several times, and
 * is no list, all but the first; writing it leaves out what is blank.
 */
public final class ListAddress {

    /** A parameter of the address. */
    public record Parameter(String name, String value) {}

    private final String page;

    private final Map<String, List<String>> given;

    private ListAddress(String page, Map<String, List<String>> given) {
        this.page = page;
        this.given = given;
    }

    /** @return the address of the page, inside the application, without any parameter */
    public static ListAddress of(String page) {
        return new ListAddress(page, Map.of());
    }

    /** @return what a request asks for, to be read */
    public static ListAddress asked(Map<String, String[]> parameters) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        parameters.forEach((name, values) -> asked.put(name, List.of(values)));
        return new ListAddress("", asked);
    }

    /** @return the text as it was given; empty where it is blank */
    public Optional<String> text(String name) {
        return values(name).filter(text -> !Text.stripped(text).isEmpty()).findFirst();
    }

    /** @return those constants that are named, once each or with commas between them */
    public <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        Set<String> wanted =
                values(name).flatMap(text -> Arrays.stream(text.split(",", -1))).collect(Collectors.toSet());
        return Stream.of(type.getEnumConstants())
                .filter(constant -> wanted.contains(constant.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    /** @return the constant that is named */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).flatMap(wanted -> Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findFirst());
    }

    /** @return what {@code yes} or {@code no} says */
    public Optional<Boolean> truth(String name) {
        return text(name)
                .filter(text -> text.equals("yes") || text.equals("no"))
                .map("yes"::equals);
    }

    /** @return the whole number from 1 to 999999 */
    public Optional<Integer> number(String name) {
        return text(name).filter(text -> text.matches("[1-9]\\d{0,5}")).map(Integer::valueOf);
    }

    /** @return the day of the years 1 to 9999 */
    public Optional<LocalDate> day(String name) {
        try {
            return text(name).map(LocalDate::parse).filter(day -> day.getYear() > 0 && day.getYear() < 10_000);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Stream<String> values(String name) {
        return given.getOrDefault(name, List.of()).stream();
    }

    /**
     * @param value text, a number, a constant, several of them, or an optional one
     * @return the address with this parameter in place of what it has of that name; without it where the value is blank
     */
    public ListAddress with(String name, Object value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(given);
        changed.put(name, List.of(written(value)));
        return new ListAddress(page, changed);
    }

    /** @return the same, and without the parameter where the value is the usual one */
    public ListAddress with(String name, Object value, Object usual) {
        return with(name, value.equals(usual) ? "" : value);
    }

    private static String written(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(ListAddress::written).orElse("");
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(ListAddress::written).collect(Collectors.joining(","));
        }
        return value instanceof Boolean truth ? (truth ? "yes" : "no") : value.toString();
    }

    /** @return the parameters, as the hidden fields of a form that has to keep them */
    public List<Parameter> parameters() {
        return given.keySet().stream()
                .flatMap(name -> text(name).map(value -> new Parameter(name, value)).stream())
                .toList();
    }

    /** @return the address, inside the application */
    @Override
    public String toString() {
        String query = parameters().stream()
                .map(parameter -> parameter.name() + "=" + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? page : page + "?" + query;
    }
}
