/** What stands around every page of a signed-in person: navigation, who they are, their language, what was done. */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.frame;
