package org.licencedesk.web.contract;

import java.util.function.Supplier;

/**
 * A body that must be refused.
 *
 * @param description what is wrong with it, for the name of a test
 * @param pointer JSON pointer to where it is wrong, empty for the body as a whole
 * @param fault which kind of wrong
 * @param content makes the bytes, anew each time: some are large
 */
public record BadBody(String description, String pointer, Fault fault, Supplier<byte[]> content) {

    /** Kinds of wrong, and the status that each is answered with. */
    public enum Fault {
        /** No JSON in UTF-8 with distinct member names. */
        SYNTAX(400),
        /** JSON that does not fit the schema. */
        SCHEMA(400),
        /** More than a body may hold. */
        SIZE(413);

        private final int status;

        Fault(int status) {
            this.status = status;
        }
    }

    /** The status of the refusal. */
    public int expectedStatus() {
        return fault.status;
    }

    @Override
    public String toString() {
        return pointer.isEmpty() ? description : pointer + ": " + description;
    }
}
