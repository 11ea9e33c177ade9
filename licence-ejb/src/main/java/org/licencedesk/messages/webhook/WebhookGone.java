package org.licencedesk.messages.webhook;

import java.time.Instant;
import org.licencedesk.kernel.TenantId;

/** An address said that it is gone, and was stopped; told inside the transaction that stopped it. */
public record WebhookGone(TenantId tenant, String url, Instant at) {}
