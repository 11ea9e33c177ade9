/** What an operator can set, and the rules for it: the same ones for the launcher and for the application on any server. */
@org.jspecify.annotations.NullMarked
package org.licencedesk.settings;
