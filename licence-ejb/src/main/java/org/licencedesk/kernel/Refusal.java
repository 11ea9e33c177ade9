package org.licencedesk.kernel;

import java.util.Locale;

/**
 * What the rules refuse with: the one list of the codes (R39). Those that carry facts, or that somebody waits for, have a class of
 * their own.
 */
public enum Refusal {
    FORBIDDEN,
    NOT_FOUND,
    INVALID_REQUEST,
    CHANGED_MEANWHILE,
    BUSY,
    /** The first request with this idempotency key has not ended yet. */
    IDEMPOTENCY_KEY_IN_PROGRESS,
    /** The idempotency key was used for another request. */
    IDEMPOTENCY_KEY_REUSED,
    INCREASE_NOT_CONFIRMED,
    DECREASE_NOT_OFFERED,
    NOT_AN_INCREASE,
    CEILING_REACHED,
    /** No terms have been published yet, so nothing can be accepted. */
    TERMS_NOT_PUBLISHED,
    CORRECTION_NOT_CHARGEABLE,
    /** What is due on a renewal date cannot be done, and nothing else is done to a tenant before it (R30). */
    RENEWAL_OVERDUE,
    /** The tenant would be left without an active System Admin (R4). */
    LAST_SYSTEM_ADMIN,
    /** Nobody deletes themselves or gives themselves a status other than Active (R4). */
    NOT_ON_YOURSELF,
    /** Another living user of the tenant has this name, in whatever case. */
    USER_NAME_TAKEN,
    /** A room, resource, asset or queue without a mail address cannot become a person. */
    EMAIL_MISSING,
    NOT_A_SEAT_HOLDER,
    RELEASE_NOT_ENOUGH,
    TOO_MANY_USERS,
    /** Only a deleted user can be erased (R22). */
    NOT_DELETED,
    NOT_A_REDUCTION,
    NOT_A_RENEWAL_DATE,
    REQUEST_OPEN,
    WRONG_REQUEST_STATE,
    HOLDS_NO_SEAT,
    /** This version is published already, and published terms never change (R29). */
    TERMS_VERSION_TAKEN,
    TERMS_ALTERED,
    /** Another tenant has this slug. */
    SLUG_TAKEN,
    /** The tenant's days have counted for money already, so that nobody moves them any more (R33). */
    TIME_ZONE_SETTLED,
    /** Another account manager or an operator has this mail address. */
    ACCOUNT_MANAGER_EMAIL_TAKEN,
    /** The account manager is disabled: they get nothing that opens anything. */
    ACCOUNT_MANAGER_DISABLED,
    /** Another operator or an account manager has this mail address. */
    OPERATOR_EMAIL_TAKEN,
    /** Nobody could operate the installation any more. */
    LAST_OPERATOR,
    TOO_MANY_ATTEMPTS,
    SIGN_IN_LINK_DEAD,
    SETUP_CODE_REFUSED,
    TOO_MANY_WEBHOOKS,
    /** The address said that it is gone; nothing is sent there any more. */
    WEBHOOK_STOPPED;

    /** @return the stable code, such as {@code increase-not-confirmed} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
