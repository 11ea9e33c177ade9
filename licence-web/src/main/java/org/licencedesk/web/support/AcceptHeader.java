package org.licencedesk.web.support;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which media types a client takes (RFC 9110, 12.5.1): for each type the most specific range counts, and a weight of 0
 * is a refusal.
 */
public final class AcceptHeader {

    private static final Pattern RANGE = Pattern.compile("\\s*([^\\s;/]+)/([^\\s;/]+)\\s*(;.*)?");

    private static final Pattern WEIGHT =
            Pattern.compile(";\\s*[qQ]\\s*=\\s*(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*(?:;|$)");

    private static final String ANY = "*";

    private record Range(String type, String subtype, double weight) {

        static Optional<Range> parse(String text) {
            Matcher range = RANGE.matcher(text.toLowerCase(Locale.ROOT));
            if (!range.matches()) {
                return Optional.empty();
            }
            Matcher weight = WEIGHT.matcher(Optional.ofNullable(range.group(3)).orElse(""));
            return Optional.of(
                    new Range(range.group(1), range.group(2), weight.find() ? Double.parseDouble(weight.group(1)) : 1));
        }

        boolean covers(String otherType, String otherSubtype) {
            return (type.equals(ANY) || type.equals(otherType))
                    && (subtype.equals(ANY) || subtype.equals(otherSubtype));
        }

        int precision() {
            return (type.equals(ANY) ? 0 : 1) + (subtype.equals(ANY) ? 0 : 1);
        }
    }

    private static final Range EVERYTHING = new Range(ANY, ANY, 1);

    private static final Range NOTHING = new Range(ANY, ANY, 0);

    private final List<Range> ranges;

    private AcceptHeader(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * @param value the value of {@code Accept}, all its lines with commas between them; nothing where it was not sent. What
     *     is no range in it is passed over
     */
    public static AcceptHeader of(Optional<String> value) {
        return new AcceptHeader(value.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .flatMap(text -> Range.parse(text).stream())
                .toList());
    }

    /**
     * @param mediaType such as {@code application/json}
     * @return how much it is wanted, 1 at most; 0 where it is not taken. Who names no range takes everything
     */
    public double weight(String mediaType) {
        return range(mediaType).weight();
    }

    /**
     * @param offered media types, the usual one first
     * @return the one that is wanted most, of equals the one that is named most precisely; empty where none is taken
     */
    public Optional<String> preferred(List<String> offered) {
        Comparator<String> wanted = Comparator.<String>comparingDouble(this::weight)
                .thenComparingInt(type -> range(type).precision());
        return offered.stream()
                .filter(type -> weight(type) > 0)
                .reduce((usual, other) -> wanted.compare(other, usual) > 0 ? other : usual);
    }

    private Range range(String mediaType) {
        if (ranges.isEmpty()) {
            return EVERYTHING;
        }
        String[] parts = mediaType.split("/", 2);
        return ranges.stream()
                .filter(range -> range.covers(parts[0], parts[1]))
                .max(Comparator.comparingInt(Range::precision).thenComparingDouble(Range::weight))
                .orElse(NOTHING);
    }
}
