package org.licencedesk.seats.terms;

/** Which text is meant: its version, and the digest that proves its wording. */
public record TermsReference(String version, Digest digest) {}
