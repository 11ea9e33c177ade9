/** The first steps by hand: an installation without a tenant is opened here (R28). */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.setup;
