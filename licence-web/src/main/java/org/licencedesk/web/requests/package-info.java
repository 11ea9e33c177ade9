/**
 * Reduction requests over HTTP: the System Admin's side and the account manager's.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.requests;
