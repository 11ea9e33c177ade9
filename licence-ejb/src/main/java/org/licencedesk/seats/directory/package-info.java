/**
 * Who exists in a tenant, in which status and role, and how they are found and listed.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.seats.directory;
