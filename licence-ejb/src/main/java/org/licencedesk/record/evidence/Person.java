package org.licencedesk.record.evidence;

import org.licencedesk.kernel.UserId;

/** Who accepted, as the user is called now; a deleted user is still known, an erased one is not. */
public record Person(UserId id, String userName, String displayName) {}
