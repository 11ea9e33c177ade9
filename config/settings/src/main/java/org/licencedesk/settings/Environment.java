package org.licencedesk.settings;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single settings, and names the one that is missing or wrong. A blank one counts as missing. */
final class Environment {

    private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";

    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";

    /** Of letters that a cookie, a link and a proxy write in the same way. */
    private static final Pattern PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*/?");

    private static final Pattern MAIL_ADDRESS =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")*");

    private final UnaryOperator<@Nullable String> variables;

    Environment(UnaryOperator<@Nullable String> variables) {
        this.variables = variables;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(variables.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String required(String name, String meaning) {
        return text(name).orElseThrow(() -> missing(name, meaning));
    }

    /** A secret, given itself or as {@code NAME_FILE}, the path of a file that holds it. */
    Optional<String> secret(String name) {
        String fileName = name + "_FILE";
        Optional<String> direct = text(name);
        Optional<String> file = text(fileName);
        if (direct.isPresent() && file.isPresent()) {
            throw new SettingsException(name + " and " + fileName + " are both set: keep one of them");
        }
        return file.map(path -> read(fileName, path)).or(() -> direct);
    }

    Optional<String> secret(String name, int leastLength) {
        Optional<String> secret = secret(name);
        secret.ifPresent(value -> {
            if (value.length() < leastLength || value.chars().anyMatch(Character::isWhitespace)) {
                throw new SettingsException(
                        name + " is wrong: at least " + leastLength + " characters, none of them a blank");
            }
        });
        return secret;
    }

    private static String read(String fileName, String path) {
        try {
            String value = Files.readString(Path.of(path)).strip();
            if (value.isEmpty()) {
                throw new SettingsException(fileName + " is wrong: " + path + " is empty");
            }
            return value;
        } catch (IOException | InvalidPathException e) {
            throw new SettingsException(fileName + " is wrong: " + path + " cannot be read", e);
        }
    }

    int number(String name, int ifMissing, int least, int most) {
        return text(name)
                .map(value -> {
                    long number = value.matches("\\d{1,10}") ? Long.parseLong(value) : least - 1L;
                    if (number < least || number > most) {
                        throw new SettingsException(
                                name + " is wrong: a whole number from " + least + " to " + most + ", not " + value);
                    }
                    return (int) number;
                })
                .orElse(ifMissing);
    }

    /** Either true or false; false if missing. */
    boolean truth(String name) {
        String value = text(name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new SettingsException(name + " is wrong: true or false, not " + value);
        }
        return value.equals("true");
    }

    /** An absolute address with a host, perhaps a path, and nothing else. */
    Optional<URI> webAddress(String name) {
        return text(name).map(value -> {
            try {
                URI address = new URI(value);
                String scheme =
                        Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
                if (address.getHost() != null
                        && (scheme.equals("https") || scheme.equals("http"))
                        && PATH.matcher(address.getRawPath()).matches()
                        && value.indexOf('?') < 0
                        && value.indexOf('#') < 0
                        && value.indexOf('@') < 0) {
                    return address;
                }
            } catch (URISyntaxException e) {
                throw notAnAddress(name, value);
            }
            throw notAnAddress(name, value);
        });
    }

    private static SettingsException notAnAddress(String name, String value) {
        return new SettingsException(
                name + " is wrong: an absolute http or https address such as https://licences.example, not " + value);
    }

    /** A mail address in the form that the product's own check takes, which is stricter about letters in domains. */
    String mailAddress(String name, String meaning) {
        String address = required(name, meaning);
        if (!MAIL_ADDRESS.matcher(address).matches()) {
            throw new SettingsException(name + " is wrong: a mail address such as desk@vendor.example, not " + address);
        }
        return address;
    }

    static SettingsException missing(String name, String meaning) {
        return new SettingsException(name + " is missing: " + meaning);
    }
}
