/**
 * One customer's system: its address, its calendar of renewals and the account manager who answers for it.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.seats.tenant;
