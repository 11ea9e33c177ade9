package org.licencedesk.kernel;

/** Why somebody did something, in their words: 1 to 1000 characters. */
public record Reason(String text) {

    /** @throws InvalidValue if the text cannot be a reason */
    public Reason {
        Text.line("reason", text, 1000);
    }
}
