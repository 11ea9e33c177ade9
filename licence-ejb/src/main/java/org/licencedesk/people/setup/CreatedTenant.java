package org.licencedesk.people.setup;

import java.util.Optional;
import org.licencedesk.kernel.Secret;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.tenant.TenantProfile;

/**
 * A tenant that was just created.
 *
 * @param signInLink opens the first System Admin's sign-in once, where no password was given
 */
public record CreatedTenant(TenantProfile tenant, User firstAdmin, Figures figures, Optional<Secret> signInLink) {}
