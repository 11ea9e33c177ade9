package org.licencedesk.people.access;

/**
 * A browser in which somebody signed in before, as its cookie says.
 *
 * @param key what its attempts are counted by
 * @param signedIn who signed in there, with the password of that time
 */
record Device(ThrottleKey key, SignedIn signedIn) {

    /** @return whether it is known to this account: its owner signed in there, and has the same password still */
    boolean isOf(Account account) {
        return account.upholds(signedIn);
    }
}
