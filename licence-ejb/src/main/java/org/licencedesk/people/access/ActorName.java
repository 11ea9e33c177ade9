package org.licencedesk.people.access;

import java.util.Optional;
import org.licencedesk.kernel.ActorKind;

/**
 * Who acted, as they are called now.
 *
 * @param name a user's display name, a manager's name or what a token is for; empty for the installation, for a user who
 *     was erased, and for whoever the tenant does not know
 */
public record ActorName(ActorKind kind, Optional<String> name) {}
