package org.licencedesk.tenant;

import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.MailAddress;
import org.licencedesk.kernel.Text;

/** Whom a tenant's admins can turn to (R2). */
public record Contact(String name, String email, String phone) {

    /** @throws InvalidValue if a part cannot be what it says */
    public Contact {
        Text.line("name", name, 200);
        MailAddress.check("email", email);
        Text.line("phone", phone, 50);
    }
}
