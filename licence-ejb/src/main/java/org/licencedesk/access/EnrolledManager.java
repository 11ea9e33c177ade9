package org.licencedesk.access;

import java.util.Optional;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Secret;
import org.licencedesk.tenant.Contact;

/**
 * An account manager.
 *
 * @param signInLink shown this once: where the account manager was just added, and no password was given
 */
public record EnrolledManager(ManagerId id, Contact contact, Optional<Secret> signInLink) {}
