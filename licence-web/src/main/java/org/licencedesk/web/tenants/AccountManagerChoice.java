package org.licencedesk.web.tenants;

import java.util.Optional;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.seats.tenant.Contact;

/** Who is to answer for a tenant, in the contract: somebody by name, mail and phone, or an account manager by id. */
record AccountManagerChoice(
        Optional<String> id, Optional<String> name, Optional<String> email, Optional<String> phone) {

    /** @throws InvalidValue if it is neither, or both */
    void check() {
        boolean anyPart = name.isPresent() || email.isPresent() || phone.isPresent();
        if (id.isPresent() && anyPart) {
            throw new InvalidValue("id", Problem.UNKNOWN);
        }
        if (id.isEmpty()) {
            requirePresent("name", name);
            requirePresent("email", email);
            requirePresent("phone", phone);
        }
    }

    Optional<Contact> contact() {
        check();
        return id.isPresent()
                ? Optional.empty()
                : Optional.of(Contact.checked(name.orElseThrow(), email.orElseThrow(), phone.orElseThrow()));
    }

    Optional<ManagerId> manager() {
        check();
        return id.map(text -> ManagerId.parse(text).orElseThrow(() -> new InvalidValue("id", Problem.UNKNOWN)));
    }

    private static void requirePresent(String field, Optional<String> value) {
        if (value.isEmpty()) {
            throw new InvalidValue(field, Problem.BLANK);
        }
    }
}
