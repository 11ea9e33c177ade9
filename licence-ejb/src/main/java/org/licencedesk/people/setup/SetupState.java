package org.licencedesk.people.setup;

/**
 * How far a tenant's Setup Wizard is.
 *
 * @param step where it was left; the last one when it is finished
 * @param finished whether it need not open by itself any more
 */
public record SetupState(SetupStep step, boolean finished, SetupSummary summary) {}
