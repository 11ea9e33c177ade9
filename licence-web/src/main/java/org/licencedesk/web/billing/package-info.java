/**
 * What a tenant is charged, over HTTP: invoices, their lines in words, and the feed for billing systems.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.billing;
