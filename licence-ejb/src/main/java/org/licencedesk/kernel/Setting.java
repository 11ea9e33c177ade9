package org.licencedesk.kernel;

import java.util.Locale;
import java.util.Optional;

/**
 * A setting of the installation, by its dotted name: the system property of that name, else the environment variable
 * ({@code licence.db.url} is {@code LICENCE_DB_URL}), so that every server can hand it over.
 */
public final class Setting {

    private Setting() {}

    /** @return the setting, or empty if it is not given or blank */
    public static Optional<String> find(String name) {
        String property = System.getProperty(name);
        String value = property != null
                ? property
                : System.getenv(name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT));
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * @return the whole number, or the default if the setting is not given
     * @throws IllegalStateException if it is no whole number
     */
    public static int wholeNumber(String name, int byDefault) {
        try {
            return find(name).map(Integer::valueOf).orElse(byDefault);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("The setting " + name + " is no whole number", e);
        }
    }
}
