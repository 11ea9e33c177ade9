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
    SYSTEMS("/systems", Permission.SEE_TENANTS),
    NEW_SYSTEM("/operator/new-system", Permission.CREATE_TENANTS, false),
    TERMS("/operator/terms", Permission.PUBLISH_TERMS),
    NEW_TERMS("/operator/new-terms", Permission.PUBLISH_TERMS, false),
    ACCOUNT_MANAGERS("/operator/account-managers", Permission.MANAGE_ACCOUNT_MANAGERS),
    OPERATORS("/operator/operators", Permission.MANAGE_OPERATORS),
    OPERATOR_TOKENS("/operator/tokens", Permission.SEE_OPERATOR_TOKENS),
    SETUP(RequestPath.SETUP, Permission.SET_UP);

    private final String address;

    private final Permission permission;

    private final boolean inNavigation;

    SiteArea(String address, Permission permission) {
        this(address, permission, true);
    }

    SiteArea(String address, Permission permission, boolean inNavigation) {
        this.address = address;
        this.permission = permission;
        this.inNavigation = inNavigation;
    }

    /** @return the address, below which its further pages are */
    public String address() {
        return address;
    }

    /** @return whether the navigation names it; else another place leads there */
    public boolean isInNavigation() {
        return inNavigation;
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
