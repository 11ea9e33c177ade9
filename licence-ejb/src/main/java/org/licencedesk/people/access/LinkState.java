package org.licencedesk.people.access;

import java.util.Optional;

/**
 * What is to be said of a one-time link: whose account it opens, or why it opens none.
 *
 * @param owner empty for a link that cannot be used: it tells nothing of its account
 * @param end empty for a link that can be used
 */
public record LinkState(Optional<AccountOwner> owner, Optional<LinkEnd> end) {

    static LinkState usable(AccountOwner owner) {
        return new LinkState(Optional.of(owner), Optional.empty());
    }

    static LinkState ended(LinkEnd end) {
        return new LinkState(Optional.empty(), Optional.of(end));
    }
}
