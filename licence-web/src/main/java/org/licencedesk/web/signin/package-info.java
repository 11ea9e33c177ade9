/**
 * Who makes a request: sign-in, sessions and tokens, and the actor that follows from them.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.signin;
