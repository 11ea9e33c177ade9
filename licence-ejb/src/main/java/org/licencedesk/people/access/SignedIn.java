package org.licencedesk.people.access;

import java.io.Serializable;

/**
 * That somebody proved who they are: what an open session keeps, and nothing of role or status, which are read at each
 * request (R21).
 *
 * @param account who it is
 * @param stamp goes with the password that was theirs then, and tells nothing of it
 */
public record SignedIn(AccountId account, String stamp) implements Serializable {}
