package org.licencedesk.people.access;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;

/**
 * Somebody is to get a one-time link by mail. The link itself is made when the mail is sent.
 *
 * @param forgotten whether it was asked for at the sign-in page; else a System Admin sends it
 * @param language the one of the page on which the recipient asked for it; empty where somebody else did
 */
public record LinkWanted(TenantId tenant, UserId user, boolean forgotten, Optional<Locale> language, Instant at) {}
