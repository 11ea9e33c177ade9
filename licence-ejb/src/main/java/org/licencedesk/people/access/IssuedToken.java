package org.licencedesk.people.access;

import java.util.UUID;
import org.licencedesk.kernel.Secret;

/** A token that was just made, with the secret that is shown this once. */
public record IssuedToken(UUID id, Secret secret) {}
