package org.licencedesk.people.setup;

/** The steps of the Setup Wizard, in their order (R28). */
public enum SetupStep {
    COMPANY,
    LICENCE,
    USERS,
    FINISH
}
