package org.licencedesk.settings;

/** A setting is missing or wrong. The message is one line that names it, and holds no secret. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one line: what is wrong, and what to change */
    public SettingsException(String message) {
        super(message);
    }

    /** @param message one line: what is wrong, and what to change */
    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
