package org.licencedesk.web.frame;

import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Text;

/** Reads reasons as people type them into a field of several lines. */
public final class TypedReason {

    private TypedReason() {}

    /**
     * @param typed what was typed; its lines become one
     * @throws InvalidValue if it cannot be a reason
     */
    public static Reason of(String typed) {
        return new Reason(Text.stripped(typed).replaceAll("\\s+", " "));
    }
}
