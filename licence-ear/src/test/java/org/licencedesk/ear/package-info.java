/**
 * Proves that the EAR starts on a full server that was set up the way an operator does it.
 * The rules themselves are proven elsewhere.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.ear;
