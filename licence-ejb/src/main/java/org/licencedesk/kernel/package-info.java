/**
 * What every feature stands on: the words they share, and the one way to settings and database.
 * Knows no feature.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.kernel;
