package org.licencedesk.web.ledger;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.UserId;
import org.licencedesk.record.ledger.LedgerFilter;

/**
 * What the page of the ledger shows, as its address says it, so that Back, reload and a link that was sent show the same.
 * What an address says that cannot be is left out, as if it were not there.
 *
 * @param user whose entries
 * @param name what was typed to find a user
 * @param kinds which kinds of entries; none for all
 * @param from the first day, in the system's time zone
 * @param to the last day
 * @param cursor where the page of entries begins
 * @param at the instant for which the figures are asked, as it was typed
 * @param range which time the chart shows
 */
public record LedgerAddress(
        Optional<UserId> user,
        String name,
        Set<EntryKind> kinds,
        Optional<Door> door,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> cursor,
        String at,
        ChartRange range) {

    private static final String PAGE = "/ledger";

    /** A parameter of the address. */
    public record Parameter(String name, String value) {}

    static LedgerAddress of(Map<String, String[]> parameters) {
        Function<String, Optional<String>> first =
                name -> values(parameters, name).filter(text -> !text.isBlank()).findFirst();
        return new LedgerAddress(
                first.apply("user").flatMap(UserId::parse),
                first.apply("name").orElse("").strip(),
                values(parameters, "kind")
                        .flatMap(text -> constants(text, EntryKind.values()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EntryKind.class))),
                first.apply("door")
                        .flatMap(text -> constants(text, Door.values()).findFirst()),
                first.apply("from").flatMap(LedgerAddress::day),
                first.apply("to").flatMap(LedgerAddress::day),
                first.apply("cursor"),
                first.apply("at").orElse(""),
                first.apply("range").flatMap(ChartRange::parse).orElse(ChartRange.DAYS_30));
    }

    private static Stream<String> values(Map<String, String[]> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).stream().flatMap(Arrays::stream);
    }

    private static <E extends Enum<E>> Stream<E> constants(String names, E[] all) {
        Set<String> wanted = Set.copyOf(Arrays.asList(names.split(",", -1)));
        return Stream.of(all).filter(constant -> wanted.contains(constant.name()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 0 && day.getYear() < 10_000);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @return the address of all entries about the user, inside the application */
    public static String about(UserId user) {
        return PAGE + "?user=" + user;
    }

    /** @return whether the list shows only some of the entries */
    public boolean isFiltered() {
        return user.isPresent()
                || !name.isEmpty()
                || !kinds.isEmpty()
                || door.isPresent()
                || from.isPresent()
                || to.isPresent();
    }

    /** @return whether the time ends before it begins */
    public boolean isReversed() {
        return from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    }

    /**
     * @param whose whose entries, where only one user's are wanted
     * @param zone the system's time zone, whose days count
     * @throws InvalidValue if the time ends before it begins
     */
    LedgerFilter filter(Optional<UserId> whose, ZoneId zone) {
        return new LedgerFilter(
                whose,
                kinds.isEmpty() ? EnumSet.allOf(EntryKind.class) : kinds,
                door.<Set<Door>>map(EnumSet::of).orElseGet(() -> EnumSet.allOf(Door.class)),
                from.map(day -> day.atStartOfDay(zone).toInstant()),
                to.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /** @return the address of the same list from another place on */
    public String older(String place) {
        return with(Map.of("cursor", place));
    }

    /** @return the address of the newest entries of the same list */
    public String newest() {
        return with(Map.of("cursor", ""));
    }

    /** @return the address of the entries about the user */
    public String of(UserId one) {
        return with(Map.of("user", one.toString(), "name", "", "cursor", ""));
    }

    /** @return the address of the entries about anybody */
    public String ofAnybody() {
        return with(Map.of("user", "", "name", "", "cursor", ""));
    }

    /** @return the address of all entries, with the same figures and the same chart */
    public String unfiltered() {
        return PAGE + query(besideFilters());
    }

    /** @return the address of the same page with another chart */
    public String over(ChartRange other) {
        return with(Map.of("range", other == ChartRange.DAYS_30 ? "" : other.parameter()));
    }

    /** @return the address of the same page without figures of a past instant */
    public String now() {
        return with(Map.of("at", ""));
    }

    /** @return what a form that asks for the figures of an instant has to keep */
    public List<Parameter> besideInstant() {
        return given(name -> !name.equals("at"));
    }

    /** @return what the form of the filters has to keep */
    public List<Parameter> besideFilters() {
        return given(Set.of("at", "range")::contains);
    }

    private List<Parameter> given(Predicate<String> wanted) {
        return parameters().entrySet().stream()
                .filter(parameter -> wanted.test(parameter.getKey()))
                .map(parameter -> new Parameter(parameter.getKey(), parameter.getValue()))
                .filter(parameter -> !parameter.value().isEmpty())
                .toList();
    }

    private String with(Map<String, String> changed) {
        Map<String, String> given = parameters();
        given.putAll(changed);
        return PAGE
                + query(given.entrySet().stream()
                        .map(parameter -> new Parameter(parameter.getKey(), parameter.getValue()))
                        .toList());
    }

    private Map<String, String> parameters() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("user", user.map(UserId::toString).orElse(""));
        given.put("name", name);
        given.put("kind", kinds.stream().map(EntryKind::name).collect(Collectors.joining(",")));
        given.put("door", door.map(Door::name).orElse(""));
        given.put("from", from.map(LocalDate::toString).orElse(""));
        given.put("to", to.map(LocalDate::toString).orElse(""));
        given.put("cursor", cursor.orElse(""));
        given.put("at", at);
        given.put("range", range == ChartRange.DAYS_30 ? "" : range.parameter());
        return given;
    }

    private static String query(List<Parameter> parameters) {
        String query = parameters.stream()
                .filter(parameter -> !parameter.value().isEmpty())
                .map(parameter -> parameter.name() + "=" + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    @Override
    public String toString() {
        return with(Map.of());
    }
}
