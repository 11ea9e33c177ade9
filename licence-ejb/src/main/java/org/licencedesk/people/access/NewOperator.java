package org.licencedesk.people.access;

import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Text;

/**
 * Who is to operate the installation.
 *
 * @param name 1 to 200 characters
 * @param email what they sign in with
 */
public record NewOperator(String name, EmailAddress email) {

    /** @throws InvalidValue if the name cannot be one */
    public NewOperator {
        name = Text.name("name", name);
    }
}
