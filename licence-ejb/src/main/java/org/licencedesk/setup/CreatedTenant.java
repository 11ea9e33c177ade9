package org.licencedesk.setup;

import java.util.Optional;
import org.licencedesk.allowance.Figures;
import org.licencedesk.directory.User;
import org.licencedesk.kernel.Secret;
import org.licencedesk.tenant.TenantProfile;

/**
 * A tenant that was just created.
 *
 * @param signInLink opens the first System Admin's sign-in once, where no password was given
 */
public record CreatedTenant(TenantProfile tenant, User firstAdmin, Figures figures, Optional<Secret> signInLink) {}
