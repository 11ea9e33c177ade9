package org.licencedesk.kernel;

/** Why somebody did something, in their words: 1 to 1000 characters. */
public record Reason(String text) {

    /** How long it may be. */
    public static final int LONGEST = 1_000;

    /** @throws InvalidValue if the text cannot be a reason */
    public Reason {
        Text.line("reason", text, LONGEST);
    }
}
