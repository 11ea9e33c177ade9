package org.licencedesk.web.users;

import java.time.Instant;
import java.util.Optional;
import org.licencedesk.seats.directory.User;

/** A user in the contract. */
record UserJson(
        String id,
        String userName,
        String displayName,
        Optional<String> email,
        String role,
        String status,
        boolean occupiesSeat,
        boolean canSignIn,
        boolean assignable,
        String createdAt,
        Optional<String> lastSignInAt) {

    static UserJson of(User user) {
        return new UserJson(
                user.id().toString(),
                user.userName(),
                user.displayName(),
                user.email(),
                user.role().name(),
                user.status().name(),
                user.status().occupiesSeat(),
                user.status().canSignIn(),
                user.status().assignable(),
                user.createdAt().toString(),
                user.lastSignInAt().map(Instant::toString));
    }
}
