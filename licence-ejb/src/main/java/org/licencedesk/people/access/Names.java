package org.licencedesk.people.access;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.ActorKind;
import org.licencedesk.kernel.UserId;

/** The names behind labels and identities, found together by {@link ActorNames}. */
public final class Names {

    private final Map<ActorKind, Map<UUID, String>> found;

    Names(Map<ActorKind, Map<UUID, String>> found) {
        this.found = Map.copyOf(found);
    }

    /** @return the user's display name, also of one who was deleted; empty if the user was erased */
    public Optional<String> of(UserId user) {
        return of(ActorKind.USER, user.value());
    }

    /**
     * @param label an actor's label, as an entry of the ledger has it
     * @return who it is
     */
    public ActorName of(String label) {
        ActorKind kind = ActorKind.of(label).orElseThrow(() -> new IllegalArgumentException("No label: " + label));
        return new ActorName(kind, kind.idIn(label).flatMap(id -> of(kind, id)));
    }

    private Optional<String> of(ActorKind kind, UUID id) {
        return Optional.ofNullable(found.get(kind)).flatMap(names -> Optional.ofNullable(names.get(id)));
    }
}
