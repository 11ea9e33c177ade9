package org.licencedesk.kernel;

import java.util.regex.Pattern;
import org.licencedesk.kernel.InvalidValue.Problem;

/** The form of a mail address: something, {@code @}, something; up to 254 characters, no list of domains. */
public final class MailAddress {

    private static final Pattern FORM = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private MailAddress() {}

    /**
     * @return the address as typed
     * @throws InvalidValue if it is not in the form of one
     */
    public static String check(String field, String address) {
        Text.line(field, address, 254);
        if (!FORM.matcher(address).matches()) {
            throw new InvalidValue(field, Problem.NOT_IN_FORM);
        }
        return address;
    }
}
