package org.licencedesk.seats.terms;

import java.time.Instant;

/** A published version of the terms, with its text to read. */
public record PublishedTerms(TermsReference reference, String text, Instant publishedAt) {}
