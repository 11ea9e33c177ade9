package org.licencedesk.web.support;

/** The media type of a JSON merge patch (RFC 7396). */
public final class MergePatch {

    /** {@code application/merge-patch+json}. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private MergePatch() {}
}
