/**
 * How many seats a tenant holds, and the one rule by which that number rises: a quote, and a consent that repeats it (R7 to R16).
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.seats.allowance;
