package org.licencedesk.pricing;

import org.licencedesk.kernel.TenantId;

/**
 * A price of the tenant is about to be set; told inside the transaction before anything was read. Whoever reckons with prices
 * locks what they reckon on, so that two prices are set one after the other.
 */
public record PriceChanging(TenantId tenant) {}
