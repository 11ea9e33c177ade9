package org.licencedesk.record.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A document that never changes any more: an invoice, or what corrects one (R58).
 *
 * @param number gap-free among the tenant's documents, from 1
 * @param corrects the date of the invoice that it corrects; empty for an invoice
 * @param invoice its own date, its lines and what they come to
 */
public record ClosedInvoice(int number, Optional<LocalDate> corrects, Invoice invoice, Instant closedAt) {}
