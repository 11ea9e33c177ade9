/**
 * The ledger over HTTP.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.ledger;
