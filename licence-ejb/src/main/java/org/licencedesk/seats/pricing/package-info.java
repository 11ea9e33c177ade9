/**
 * What seats cost: prices with the day from which they hold, proration to the day, and the amounts of the next invoice as pure functions (R31 to R33).
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.seats.pricing;
