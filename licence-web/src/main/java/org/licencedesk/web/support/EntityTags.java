package org.licencedesk.web.support;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Expected;

/** Strong entity tags (RFC 9110), which are revisions in quotes. */
public final class EntityTags {

    /** Any tag, strong or weak; the comparison of {@code If-None-Match} makes no difference between them. */
    private static final Pattern ANY = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private static final Pattern OURS = Pattern.compile("\"\\d{1,18}\"");

    private EntityTags() {}

    /** @return the entity tag of the revision */
    public static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * @param header the value of If-None-Match
     * @param tag one of ours
     * @return whether the header names the tag, by the weak comparison, or says {@code *}
     */
    static boolean names(String header, String tag) {
        return header.strip().equals("*")
                || ANY.matcher(header).results().anyMatch(named -> named.group(1)
                        .equals(tag));
    }

    /**
     * @param header the value of If-Match, or null if it was not sent
     * @return what the caller expects; a tag that was never given out matches nothing
     */
    public static Expected expected(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return Expected.anything();
        }
        Set<Long> revisions = Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(tag -> OURS.matcher(tag).matches())
                .map(tag -> Long.valueOf(tag.substring(1, tag.length() - 1)))
                .collect(Collectors.toSet());
        return Expected.oneOf(revisions);
    }
}
