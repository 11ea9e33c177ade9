package org.licencedesk.web.support;

import java.util.Optional;
import org.licencedesk.web.json.StrictJson;

/** What a JSON merge patch is (RFC 7396): a member that is null takes something away, one left out changes nothing. */
public final class MergePatch {

    /** {@code application/merge-patch+json}. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private MergePatch() {}

    /**
     * @param body the patch, as it was read before
     * @param value what the patch gives the member, or empty where it gives nothing or null
     * @return what the member becomes, with nothing inside where it is taken away; empty where it stays
     */
    public static <T> Optional<Optional<T>> changing(String member, byte[] body, Optional<T> value) {
        return StrictJson.has(body, member) ? Optional.of(value) : Optional.empty();
    }
}
