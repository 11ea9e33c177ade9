/**
 * The terms over HTTP.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.terms;
