/**
 * Tells addresses of the tenant's choice what happens in it: signed, in order, each message at least once and always by
 * the same id.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.messages.webhook;
