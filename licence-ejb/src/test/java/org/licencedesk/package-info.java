/**
 * What holds for all packages of the rules together.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk;
