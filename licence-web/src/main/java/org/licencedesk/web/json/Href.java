package org.licencedesk.web.json;

import org.licencedesk.platform.PublicUrl;
import org.licencedesk.platform.Settings;

/** Addresses in answers: below the path of the public address, where it has one. */
public final class Href {

    private static final String BEFORE =
            PublicUrl.configured(Settings.ofProcess()).map(PublicUrl::path).orElse("");

    private Href() {}

    /**
     * @param path inside the application, such as {@code /api/v1/terms/1}
     * @return where clients find it
     */
    public static String of(String path) {
        return BEFORE + path;
    }
}
