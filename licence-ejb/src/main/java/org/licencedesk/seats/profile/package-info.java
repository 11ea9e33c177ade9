/** What is known of a tenant, and how it is changed: in one way through all doors. */
@org.jspecify.annotations.NullMarked
package org.licencedesk.seats.profile;
