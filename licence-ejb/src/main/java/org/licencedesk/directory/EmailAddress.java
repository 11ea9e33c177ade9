package org.licencedesk.directory;

import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.MailAddress;

/** A user's mail address: up to 254 characters, checked for its form only. */
public record EmailAddress(String text) {

    /** @throws InvalidValue if the text cannot be a mail address */
    public EmailAddress {
        MailAddress.check("email", text);
    }
}
