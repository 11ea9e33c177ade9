/**
 * Starts the product: checks its settings and its database first, then runs Payara Micro with the WAR, in demo mode
 * with an embedded MariaDB beside it.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.launcher;
