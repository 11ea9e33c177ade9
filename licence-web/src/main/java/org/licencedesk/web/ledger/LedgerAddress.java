package org.licencedesk.web.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Text;
import org.licencedesk.kernel.UserId;
import org.licencedesk.record.ledger.LedgerFilter;
import org.licencedesk.web.page.ListAddress;

/**
 * What the page of the ledger shows, as its address says it.
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

    private static final String USUAL_RANGE = ChartRange.DAYS_30.parameter();

    static LedgerAddress of(Map<String, String[]> parameters) {
        ListAddress asked = ListAddress.asked(parameters);
        return new LedgerAddress(
                asked.text("user").flatMap(UserId::parse),
                Text.normalised(asked.text("name").orElse("")),
                asked.constants("kind", EntryKind.class),
                asked.constant("door", Door.class),
                asked.day("from"),
                asked.day("to"),
                asked.text("cursor"),
                asked.text("at").orElse(""),
                asked.text("range").flatMap(ChartRange::parse).orElse(ChartRange.DAYS_30));
    }

    /** @return the address of all entries about the user, inside the application */
    public static String about(UserId user) {
        return ListAddress.of(PAGE).with("user", user).toString();
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
        return address().with("cursor", place).toString();
    }

    /** @return the address of the newest entries of the same list */
    public String newest() {
        return address().with("cursor", "").toString();
    }

    /** @return the address of the entries about the user */
    public String of(UserId one) {
        return about(Optional.of(one));
    }

    /** @return the address of the entries about anybody */
    public String ofAnybody() {
        return about(Optional.empty());
    }

    private String about(Optional<UserId> one) {
        return address().with("user", one).with("name", "").with("cursor", "").toString();
    }

    /** @return the address of all entries, with the same figures and the same chart */
    public String unfiltered() {
        return unfilteredAddress().toString();
    }

    /** @return the address of the same page with another chart */
    public String over(ChartRange other) {
        return address().with("range", other.parameter(), USUAL_RANGE).toString();
    }

    /** @return the address of the same page without figures of a past instant */
    public String now() {
        return address().with("at", "").toString();
    }

    /** @return what a form that asks for the figures of an instant has to keep */
    public List<ListAddress.Parameter> besideInstant() {
        return address().with("at", "").parameters();
    }

    /** @return what the form of the filters has to keep */
    public List<ListAddress.Parameter> besideFilters() {
        return unfilteredAddress().parameters();
    }

    private ListAddress unfilteredAddress() {
        return ListAddress.of(PAGE).with("at", at).with("range", range.parameter(), USUAL_RANGE);
    }

    private ListAddress address() {
        return ListAddress.of(PAGE)
                .with("user", user)
                .with("name", name)
                .with("kind", kinds)
                .with("door", door)
                .with("from", from)
                .with("to", to)
                .with("cursor", cursor)
                .with("at", at)
                .with("range", range.parameter(), USUAL_RANGE);
    }

    @Override
    public String toString() {
        return address().toString();
    }
}
