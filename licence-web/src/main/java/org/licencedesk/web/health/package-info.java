/** Tells whoever watches the installation whether it can do its work. */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.health;
