package org.licencedesk.web.support;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The refusals that the contract knows: each has a stable code, a status, a title and a text (R39). */
public enum ProblemType {
    INVALID_REQUEST(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    INCREASE_NOT_CONFIRMED(409),
    DECREASE_NOT_OFFERED(409),
    NOT_AN_INCREASE(409),
    CEILING_REACHED(409),
    TERMS_NOT_PUBLISHED(409),
    USER_NAME_TAKEN(409),
    EMAIL_MISSING(409),
    LAST_SYSTEM_ADMIN(409),
    NOT_ON_YOURSELF(409),
    NOT_A_SEAT_HOLDER(409),
    RELEASE_NOT_ENOUGH(409),
    TOO_MANY_USERS(409),
    SLUG_TAKEN(409),
    TERMS_VERSION_TAKEN(409),
    ACCOUNT_MANAGER_EMAIL_TAKEN(409),
    ACCOUNT_MANAGER_DISABLED(409),
    OPERATOR_EMAIL_TAKEN(409),
    LAST_OPERATOR(409),
    NOT_DELETED(409),
    NOT_A_RENEWAL_DATE(409),
    CORRECTION_NOT_CHARGEABLE(409),
    NOT_A_REDUCTION(409),
    REQUEST_OPEN(409),
    WRONG_REQUEST_STATE(409),
    HOLDS_NO_SEAT(409),
    TOO_MANY_WEBHOOKS(409),
    WEBHOOK_STOPPED(409),
    IDEMPOTENCY_KEY_IN_PROGRESS(409),
    CHANGED_MEANWHILE(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    IDEMPOTENCY_KEY_REUSED(422),
    SETUP_CODE_REFUSED(403),
    TIME_ZONE_SETTLED(409),
    SIGN_IN_LINK_DEAD(410),
    TOO_MANY_ATTEMPTS(429),
    TOO_MANY_REQUESTS(429),
    TERMS_ALTERED(500),
    INTERNAL_ERROR(500),
    BUSY(503),
    RENEWAL_OVERDUE(503),
    UNAVAILABLE(503);

    private static final String TEXTS = "org.licencedesk.web.problems";

    /** English is the bundle without a language, whatever the server's own language is. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    /** @return the problem of that code, if there is one */
    public static Optional<ProblemType> find(String code) {
        return Arrays.stream(values())
                .filter(problem -> problem.code().equals(code))
                .findFirst();
    }

    /** @return the stable code, such as {@code increase-not-confirmed} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return the HTTP status */
    public int status() {
        return status;
    }

    /** @return what it is, in a few words of the language */
    public String title(Locale language) {
        return text(code() + ".title", language);
    }

    /** @return what it means and what to do, in a sentence or two of the language */
    public String detail(Locale language) {
        return text(code() + ".detail", language);
    }

    /** @return the text of the key in the language */
    public static String text(String key, Locale language) {
        return ResourceBundle.getBundle(TEXTS, language, NO_FALLBACK).getString(key);
    }
}
