package org.licencedesk.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operator's settings, the same way on every server.
 *
 * <p>A setting such as {@code licence.db.url} is looked for in this order: the system property {@code licence.db.url},
 * the environment variable {@code LICENCE_DB_URL}, the content of the file named by the environment variable
 * {@code LICENCE_DB_URL_FILE}. A blank value counts as none.
 */
public final class Settings {

    private final UnaryOperator<@Nullable String> properties;
    private final UnaryOperator<@Nullable String> environment;

    /** Settings from the given sources, each of which answers {@code null} to a name that it does not know. */
    public Settings(UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** The settings of the running process. */
    public static Settings ofProcess() {
        return new Settings(System::getProperty, System::getenv);
    }

    /**
     * The value of a setting, or nothing where it is not set.
     *
     * @param name the name in its dotted form, for example {@code licence.db.url}
     * @throws UncheckedIOException if the file that holds the value cannot be read; names the variable and the file
     */
    public Optional<String> find(String name) {
        String variable = variable(name);
        return present(properties.apply(name))
                .or(() -> present(environment.apply(variable)))
                .or(() -> present(environment.apply(variable + "_FILE")).flatMap(file -> content(variable, file)));
    }

    /**
     * The value of a setting that the product cannot run without.
     *
     * @throws IllegalStateException if it is not set; names the environment variable to set
     */
    public String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(variable(name) + " is not set"));
    }

    /**
     * A setting that is a whole number within bounds.
     *
     * @throws IllegalStateException if it is something else; names the environment variable and the bounds
     */
    public int wholeNumber(String name, int ifNotSet, int least, int most) {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return ifNotSet;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw outOfBounds(name, least, most, e);
        }
        throw outOfBounds(name, least, most, null);
    }

    /**
     * A setting that is {@code true} or {@code false}; false where it is not set.
     *
     * @throws IllegalStateException if it is something else; names the environment variable
     */
    public boolean truth(String name) {
        String text = find(name).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalStateException(variable(name) + " must be true or false");
        }
        return text.equals("true");
    }

    private static IllegalStateException outOfBounds(String name, int least, int most, @Nullable Throwable cause) {
        return new IllegalStateException(
                variable(name) + " must be a whole number from " + least + " to " + most, cause);
    }

    private static String variable(String name) {
        return name.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static Optional<String> content(String variable, String file) {
        try {
            return present(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(variable + "_FILE: cannot read " + file, e);
        }
    }

    private static Optional<String> present(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
