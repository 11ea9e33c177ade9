package org.licencedesk.seats.directory;

import java.time.DateTimeException;
import java.time.Instant;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.UserId;

/** After which deleted user a page of them begins. */
record DeletedCursor(Instant deletedAt, UserId user) {

    private static final String SEPARATOR = "_";

    static DeletedCursor after(Tombstone last) {
        return new DeletedCursor(last.deletedAt(), last.user().id());
    }

    /** @throws InvalidValue if the text is no such place */
    static DeletedCursor parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        try {
            if (parts.length == 2 && parts[0].matches("\\d{4}-.{1,30}")) {
                return new DeletedCursor(
                        Instant.parse(parts[0]), UserId.parse(parts[1]).orElseThrow(PageRequest::invalidCursor));
            }
        } catch (DateTimeException e) {
            throw PageRequest.invalidCursor();
        }
        throw PageRequest.invalidCursor();
    }

    @Override
    public String toString() {
        return deletedAt + SEPARATOR + user;
    }
}
