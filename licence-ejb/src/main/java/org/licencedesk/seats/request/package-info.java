/**
 * Reduction requests: how a tenant and its account manager agree on a lower maximum, and how it takes effect on a
 * renewal date (R30). Nothing but this and a correction ever lowers a maximum.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.seats.request;
