package org.licencedesk.web.history;

/**
 * What an increase would cost, as an answer said it.
 *
 * @param all everything that it says, to be compared
 */
record Quote(int raiseTo, String all) {}
