package org.licencedesk.web.bench;

import java.util.Locale;
import org.licencedesk.kernel.Identifiers;

/** People who are not there yet. Any number of threads may ask. */
final class Newcomers {

    /** One of them; the user name is the mail address, and nobody else's. */
    record Newcomer(String first, String last, String userName) {

        String displayName() {
            return first + " " + last;
        }
    }

    private final Names names = new Names(1);

    Newcomer next() {
        String first = names.first();
        String last = names.last();
        String unique = Identifiers.next().toString().replace("-", "");
        return new Newcomer(first, last, (first + "." + last).toLowerCase(Locale.ROOT) + "." + unique + "@new.example");
    }
}
