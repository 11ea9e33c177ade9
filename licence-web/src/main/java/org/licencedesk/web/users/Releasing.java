package org.licencedesk.web.users;

import org.licencedesk.kernel.UserId;
import org.licencedesk.web.allowance.Confirming;

/** A page that can take the licence of somebody else instead of buying one. */
public interface Releasing extends Confirming {

    /** Makes that user Inactive and does what was asked, in one go; the maximum stays. */
    void release(UserId holder);
}
