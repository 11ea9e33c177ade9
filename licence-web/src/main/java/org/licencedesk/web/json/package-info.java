/**
 * The forms in which values cross the HTTP contract, and the strict reading of them: nothing is converted.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.json;
