package org.licencedesk.kernel;

/** The way in which a change came; kept in the ledger (R38). */
public enum Door {
    UI,
    WIZARD,
    API,
    SCIM,
    IMPORT,
    JOB
}
