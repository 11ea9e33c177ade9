/**
 * The one gate into a seat and all who pass it: whatever changes a status, a role or who exists locks the allowance first (R17 to R22, R34, R35).
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.seats.change;
