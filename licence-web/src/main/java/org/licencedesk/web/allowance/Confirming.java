package org.licencedesk.web.allowance;

import org.jspecify.annotations.Nullable;

/** A page that asks to confirm an increase before it does what was asked of it. */
public interface Confirming {

    /** @return what is to be confirmed, or nothing while nothing is asked */
    @Nullable Confirmation getConfirmation();

    /** Does what was asked, if what is shown is accepted and still holds. */
    void confirm();
}
