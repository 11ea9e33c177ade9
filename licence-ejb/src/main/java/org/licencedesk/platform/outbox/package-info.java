/**
 * Messages that leave the installation: written in the transaction of what they tell of, and sent later, in order, by
 * whichever node claims them. What they are and how one is sent is a {@link org.licencedesk.platform.outbox.Channel}.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.platform.outbox;
