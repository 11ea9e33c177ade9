/**
 * What a tenant is charged: the next invoice, the closed ones, and the feed of absolute totals for the vendor's billing
 * system (R10, R33).
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.record.billing;
