package org.licencedesk.platform.idempotency;

import java.util.Optional;
import org.licencedesk.kernel.UserId;

/**
 * The answer to a request that changed something.
 *
 * @param status the HTTP status, 2xx
 * @param location where the thing that was made is found
 * @param etag the entity tag of the thing that was changed
 * @param body the answer's text
 * @param repeatedBody the text that a repeat of the request is answered with: the same, less any secret
 * @param user whom the answer names, if it names a user: it is emptied when they are erased
 */
public record Answer(
        int status,
        Optional<String> location,
        Optional<String> etag,
        Optional<String> body,
        Optional<String> repeatedBody,
        Optional<UserId> user) {

    /** @return the same answer, which names the user */
    public Answer naming(UserId named) {
        return new Answer(status, location, etag, body, repeatedBody, Optional.of(named));
    }
}
