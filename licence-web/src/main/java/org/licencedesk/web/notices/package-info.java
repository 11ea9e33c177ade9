/**
 * What a tenant is told: its webhooks with the messages to them, and the mails that were written.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.notices;
