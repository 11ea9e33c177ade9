package org.licencedesk.web.contract;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Reply;

/**
 * A request of one operation.
 *
 * @param method in capitals
 * @param path below the API's base, its variables filled in
 * @param body the bytes, or none
 * @param headers beside the token
 */
record Call(String method, String path, byte[] body, Map<String, String> headers) {

    Call with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, body, Map.copyOf(more));
    }

    Call withMethod(String other) {
        return new Call(other, path, body, headers);
    }

    Call withPath(String other) {
        return new Call(method, other, body, headers);
    }

    Call withBody(byte[] other) {
        return new Call(method, path, other, headers);
    }

    Call withBody(String other) {
        return withBody(other.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends it, and checks the answer against the document. */
    Reply send(Api api) {
        return api.send(method, path, body, headers);
    }

    /** Sends it, though the document does not know of it. */
    Reply sendUndocumented(Api api) {
        return api.sendUndocumented(method, path, body, headers);
    }
}
