/**
 * The allowance over HTTP: figures, quotes, increases, corrections.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.allowance;
