package org.licencedesk.platform.idempotency;

import org.licencedesk.kernel.Sha256;

/**
 * A request that its client may repeat.
 *
 * @param scope whose request it is: the token's tenant, or what stands for it
 * @param path the path it was sent to
 * @param key the idempotency key, 1 to 255 visible ASCII characters
 * @param content all else that tells this request from another
 */
public record RequestKey(String scope, String path, String key, byte[] content) {

    byte[] identity() {
        return Sha256.of(String.join("\n", scope, path, key));
    }

    byte[] digest() {
        return Sha256.of(content);
    }
}
