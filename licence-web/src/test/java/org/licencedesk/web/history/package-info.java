/**
 * The history checker: clients at all doors of all nodes record what they asked and what they were answered while parts of
 * the installation are killed, and afterwards the ledger is taken as the order in which everything happened.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.history;
