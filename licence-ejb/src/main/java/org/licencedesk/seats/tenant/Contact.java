package org.licencedesk.seats.tenant;

import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Text;

/**
 * Whom a tenant's admins can turn to (R2), as it is kept. One that comes in is made by {@link #checked}; one that is kept
 * longer may not pass that check, and is shown all the same.
 */
public record Contact(String name, String email, String phone) {

    /** How long a phone number may be. */
    public static final int LONGEST_PHONE = 50;

    /** @throws InvalidValue if a part cannot be what it says */
    public static Contact checked(String name, String email, String phone) {
        return new Contact(
                Text.name("name", name),
                EmailAddress.of("email", email).text(),
                Text.line("phone", phone, LONGEST_PHONE));
    }
}
