package org.licencedesk.web.history;

import java.util.Optional;

/** One client's way to one tenant. */
interface Door {

    /** @return who asks for it, as the ledger names them */
    String actor();

    /** @return whether it can be asked for here */
    default boolean takes(Operation operation) {
        return true;
    }

    /**
     * Asks for it until it is decided, or for as long as this door has patience.
     *
     * @param consent the quote that is accepted with it, if one is
     */
    Answer ask(Operation operation, Optional<Quote> consent);
}
