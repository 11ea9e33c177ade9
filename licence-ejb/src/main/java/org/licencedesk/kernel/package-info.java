/**
 * The words that every feature speaks: identities, actors, money, the clock, and what a broken rule is. Knows no feature.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.kernel;
