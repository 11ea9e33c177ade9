package org.licencedesk.web.json;

import org.licencedesk.seats.tenant.Contact;

/** Whom a tenant can turn to, in the contract. */
public record ContactJson(String name, String email, String phone) {

    /** @return the contact in this form */
    public static ContactJson of(Contact contact) {
        return new ContactJson(contact.name(), contact.email(), contact.phone());
    }
}
