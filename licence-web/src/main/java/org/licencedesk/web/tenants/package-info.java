/**
 * Tenants, account managers, prices and tokens over HTTP.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.tenants;
