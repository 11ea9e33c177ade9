package org.licencedesk.kernel;

/** The status of a user, and what follows from it (R17, R21). */
public enum UserStatus {
    ACTIVE,
    LOCKED,
    INACTIVE,
    ROOM,
    RESOURCE,
    ASSET,
    QUEUE;

    /** @return whether a user in this status holds a seat */
    public boolean occupiesSeat() {
        return this == ACTIVE || this == LOCKED;
    }

    /** @return whether a user in this status can sign in */
    public boolean canSignIn() {
        return this == ACTIVE;
    }

    /** @return whether a user in this status can be given records and notifications */
    public boolean assignable() {
        return this != INACTIVE;
    }

    /** @return whether this is a person, who must have a mail address, and not a thing */
    public boolean isPerson() {
        return this == ACTIVE || this == LOCKED || this == INACTIVE;
    }
}
