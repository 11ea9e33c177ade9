/**
 * Who makes a request: bearer tokens on the API, sign-in and session on the pages, and what guards every answer on its
 * way out.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.signin;
