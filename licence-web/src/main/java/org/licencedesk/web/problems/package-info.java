/**
 * What each code of a refusal means, for people and for systems.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.problems;
