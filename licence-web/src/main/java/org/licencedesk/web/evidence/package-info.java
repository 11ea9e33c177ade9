/**
 * Evidence over HTTP and on pages: what was accepted, and whether the ledger is still what was written.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.evidence;
