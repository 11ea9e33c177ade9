package org.licencedesk.people.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can be said of that by which a user comes in.
 *
 * @param passwordChangedAt when the password was last set; empty if there is none
 * @param linksUntil until when each of the user's one-time links could be used
 */
public record CredentialTimes(Optional<Instant> passwordChangedAt, List<Instant> linksUntil) {}
