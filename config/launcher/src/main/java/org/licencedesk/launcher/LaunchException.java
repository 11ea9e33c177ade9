package org.licencedesk.launcher;

/** Something cannot be started. The message is one line written for whoever runs it, and holds no secret. */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one line: what is wrong, and what to change */
    public LaunchException(String message) {
        super(message);
    }

    /** @param message one line: what is wrong, and what to change */
    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
