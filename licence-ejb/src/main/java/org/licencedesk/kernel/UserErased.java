package org.licencedesk.kernel;

import java.time.Instant;

/**
 * A deleted user was erased (R22): whoever keeps something that names them takes it away, inside the transaction that
 * tells.
 */
public record UserErased(TenantId tenant, UserId user, Instant at) {}
