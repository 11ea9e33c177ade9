package org.licencedesk.seats.allowance;

/**
 * A quote that was accepted: what whoever accepted had seen, and what is charged, which is that or less (R32).
 *
 * @param shown the quote that the consent repeated
 * @param charged the fresh quote, which the consent covered
 */
public record AcceptedQuote(Quote shown, Quote charged) {}
