package org.licencedesk.platform.outbox;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * A message that was handed out.
 *
 * @param sending sends it; belongs outside any transaction
 */
public record Attempt<O extends Outcome>(UUID message, Supplier<O> sending) {}
