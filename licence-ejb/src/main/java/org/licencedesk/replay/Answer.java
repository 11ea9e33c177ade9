package org.licencedesk.replay;

import java.util.Optional;

/**
 * The answer to a request that changed something.
 *
 * @param status the HTTP status, 2xx
 * @param location where the thing that was made is found
 * @param etag the entity tag of the thing that was changed
 * @param body the answer's text
 * @param repeatedBody the text that a repeat of the request is answered with: the same, less any secret
 */
public record Answer(
        int status,
        Optional<String> location,
        Optional<String> etag,
        Optional<String> body,
        Optional<String> repeatedBody) {}
