package org.licencedesk.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What kind of actor a label of the ledger names; a label is the kind, and the identity where there is one. */
public enum ActorKind {
    USER,
    MANAGER,
    OPERATOR,
    TOKEN,
    INSTALLATION;

    private static final String SEPARATOR = ":";

    /** @return the kind that the label names, if it is a label */
    public static Optional<ActorKind> of(String label) {
        String word = label.split(SEPARATOR, 2)[0];
        return Arrays.stream(values()).filter(kind -> kind.label().equals(word)).findFirst();
    }

    /** @return the identity in the label, if it is a label of this kind and holds one */
    public Optional<UUID> idIn(String label) {
        String prefix = label() + SEPARATOR;
        return label.startsWith(prefix) ? Identifiers.parse(label.substring(prefix.length())) : Optional.empty();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the label of the actor of this kind and that identity */
    public String label(UUID id) {
        return label() + SEPARATOR + id;
    }
}
