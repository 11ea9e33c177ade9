/**
 * The users of a tenant over HTTP.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.users;
