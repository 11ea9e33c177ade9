/**
 * The ledger over HTTP, and on pages: its entries in words, the figures of any instant, and their course.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.ledger;
