/** Proves how an installation begins. */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.setup;
