/**
 * A repeated request does nothing again and gets the first answer: idempotency keys, kept with the change (R36).
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.platform.idempotency;
