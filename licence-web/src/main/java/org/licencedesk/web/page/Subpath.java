package org.licencedesk.web.page;

import java.util.Optional;
import org.omnifaces.util.Faces;

/** What follows the address of a page, and is the page's business: which user, which step, which list. */
public final class Subpath {

    private Subpath() {}

    /** @return what the present request names, without the slashes around it; a slash at the end makes no other page */
    public static String asked() {
        return Optional.ofNullable(Faces.getRequestPathInfo()).orElse("").replaceAll("^/|/$", "");
    }
}
