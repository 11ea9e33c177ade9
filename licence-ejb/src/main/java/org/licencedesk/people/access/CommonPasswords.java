package org.licencedesk.people.access;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The commonest passwords, as zxcvbn lists them: some 30 000. */
final class CommonPasswords {

    private static final Set<String> LIST = read();

    private CommonPasswords() {}

    /** @return whether the password is one of them, in whatever case */
    static boolean contain(String password) {
        return LIST.contains(password.toLowerCase(Locale.ROOT));
    }

    private static Set<String> read() {
        try {
            return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                    .filter(password -> password.length() >= Password.LEAST)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
