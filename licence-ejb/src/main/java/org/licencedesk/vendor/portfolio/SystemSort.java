package org.licencedesk.vendor.portfolio;

import java.util.Arrays;
import java.util.Optional;

/**
 * The order of the systems of a portfolio. Systems that are equal in it follow each other by name.
 *
 * @param key what to order by
 * @param descending whether from the last to the first
 */
public record SystemSort(Key key, boolean descending) {

    /** Those that wait for the account manager first, then those with another request, then the others. */
    public static final SystemSort BY_REQUEST = new SystemSort(Key.REQUEST, false);

    /** What systems can be ordered by. */
    public enum Key {
        REQUEST("request", "case when r.state = OPEN then 0 when r.id is not null then 1 else 2 end"),
        NAME("name", "t.name"),
        USED("used", "case when a.maximum = 0 then 1.0 * a.occupied else 1.0 * a.occupied / a.maximum end"),
        LAST_CHANGE("lastChange", "a.lastEntryAt");

        private final String label;
        private final String expression;

        Key(String label, String expression) {
            this.label = label;
            this.expression = expression;
        }

        /** @return the name that addresses use */
        public String label() {
            return label;
        }

        String expression() {
            return expression;
        }
    }

    /** @return the order that the text names, a {@code -} before it for descending; or empty if it names none */
    public static Optional<SystemSort> parse(String text) {
        boolean descending = text.startsWith("-");
        String label = descending ? text.substring(1) : text;
        return Arrays.stream(Key.values())
                .filter(key -> key.label.equals(label))
                .findFirst()
                .map(key -> new SystemSort(key, descending));
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + key.label;
    }
}
