package org.licencedesk.record.evidence;

/**
 * The proof of one increase with the text that was accepted.
 *
 * @param text the text of the version, as it is stored
 * @param textMatches whether its digest is still the one that was accepted
 */
public record EvidenceText(Evidence evidence, String text, boolean textMatches) {}
