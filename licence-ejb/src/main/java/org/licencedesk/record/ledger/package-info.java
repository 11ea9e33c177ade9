/**
 * The append-only record of every change of seats, chained by hash, and the figures at any past instant (R38).
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.record.ledger;
