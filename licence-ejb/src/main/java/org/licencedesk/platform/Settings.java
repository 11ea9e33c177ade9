package org.licencedesk.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.settings.SettingsException;

/**
 * The operator's settings as the application reads them, the same way on every server. All of them are checked before
 * the first is read, by the rules of {@link org.licencedesk.settings.Settings}.
 *
 * <p>A setting such as {@code licence.db.url} is the system property {@code licence.db.url}, or else the environment
 * variable {@code LICENCE_DB_URL}; a secret may be in the file that {@code LICENCE_DB_PASSWORD_FILE} names instead. A
 * blank value counts as none.
 */
public final class Settings {

    private static final Logger LOG = System.getLogger(Settings.class.getName());

    private static final String FILE = "_FILE";

    /** Set by the launcher alone, and no setting of an operator's. */
    private static final String DEMO = "LICENCE_DEMO";

    /** What the process was last found to be given, and what it means. */
    private record Reading(Map<String, String> given, Settings settings) {}

    private static volatile @Nullable Reading last;

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * The settings of the running process.
     *
     * @throws SettingsException naming the one that is missing or wrong; the log has named it, too
     */
    public static Settings ofProcess() {
        Map<String, String> given = given();
        Reading known = last;
        if (known != null && known.given().equals(given)) {
            return known.settings();
        }
        try {
            Settings settings = of(given);
            last = new Reading(given, settings);
            return settings;
        } catch (SettingsException e) {
            LOG.log(Level.ERROR, e.getMessage());
            throw e;
        }
    }

    /**
     * The settings that these variables make.
     *
     * @throws SettingsException naming the one that is missing or wrong
     */
    public static Settings of(Map<String, String> variables) {
        Map<String, String> values =
                new HashMap<>(org.licencedesk.settings.Settings.from(variables).environment());
        Optional.ofNullable(variables.get(DEMO)).ifPresent(demo -> values.put(DEMO, demo));
        return new Settings(Map.copyOf(values));
    }

    private static Map<String, String> given() {
        Map<String, String> given = new HashMap<>();
        org.licencedesk.settings.Settings.NAMES.forEach(name -> {
            property(name).or(() -> variable(name)).ifPresent(value -> given.put(name, value));
            variable(name + FILE).ifPresent(value -> given.put(name + FILE, value));
        });
        property(DEMO).or(() -> variable(DEMO)).ifPresent(value -> given.put(DEMO, value));
        return given;
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name.replace('_', '.').toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    /**
     * The value of a setting, or nothing where it is not set and has no default.
     *
     * @param name the name in its dotted form, for example {@code licence.db.url}
     * @throws IllegalArgumentException if there is no such setting
     */
    public Optional<String> find(String name) {
        String variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
        if (!variable.equals(DEMO) && !org.licencedesk.settings.Settings.NAMES.contains(variable)) {
            throw new IllegalArgumentException("There is no setting " + variable);
        }
        return Optional.ofNullable(values.get(variable));
    }

    /** The value of a setting that was checked to be there. */
    public String get(String name) {
        return find(name).orElseThrow();
    }

    /** The value of a setting that was checked to be a whole number within its bounds, or is one by default. */
    public int wholeNumber(String name) {
        return Integer.parseInt(get(name));
    }

    /** The value of a setting that was checked to be {@code true} or {@code false}, or is one by default. */
    public boolean truth(String name) {
        return Boolean.parseBoolean(get(name));
    }
}
