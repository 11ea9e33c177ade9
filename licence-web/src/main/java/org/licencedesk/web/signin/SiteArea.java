package org.licencedesk.web.signin;

import java.util.Optional;
import java.util.stream.Stream;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Role;

/** The pages that somebody who signed in can go to, and what they must be allowed to do for it (R1, R2). */
public enum SiteArea {
    USERS("/users", Permission.MANAGE_USERS),
    ACCOUNT("/account", Permission.RAISE_ALLOWANCE),
    REQUESTS("/requests", Permission.REQUEST_REDUCTIONS),
    LEDGER("/ledger", Permission.MANAGE_USERS),
    SYSTEMS("/systems", Permission.DECIDE_REDUCTIONS),
    SETUP(RequestPath.SETUP, Permission.SET_UP);

    private final String address;

    private final Permission permission;

    SiteArea(String address, Permission permission) {
        this.address = address;
        this.permission = permission;
    }

    /** @return the address, below which its further pages are */
    public String address() {
        return address;
    }

    /** @return whether people of the role have this page */
    public boolean isFor(Role role) {
        return permission.isGivenTo(role);
    }

    /** @return the key of its name in the texts */
    public String key() {
        return "place." + name();
    }

    static Optional<SiteArea> of(RequestPath path) {
        return Stream.of(values()).filter(place -> path.isIn(place.address)).findFirst();
    }
}
