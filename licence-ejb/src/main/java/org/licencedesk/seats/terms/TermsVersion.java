package org.licencedesk.seats.terms;

import java.time.Instant;

/** A version of the terms in a list, without its text. */
public record TermsVersion(TermsReference reference, Instant publishedAt) {}
