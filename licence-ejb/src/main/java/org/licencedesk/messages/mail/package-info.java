/**
 * Tells people by mail what they should know of: increases, reductions, scarce seats, addresses that are gone. A mail is written with
 * the change and sent later.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.messages.mail;
