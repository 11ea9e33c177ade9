package org.licencedesk.billing;

import java.time.Instant;

/** An invoice that never changes any more. */
public record ClosedInvoice(Invoice invoice, Instant closedAt) {}
