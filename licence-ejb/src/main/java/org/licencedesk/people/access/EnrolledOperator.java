package org.licencedesk.people.access;

import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.OperatorId;
import org.licencedesk.kernel.Secret;

/**
 * An operator.
 *
 * @param disabled whether they cannot sign in
 * @param lastSignInAt when they last signed in, if ever
 * @param signInLink shown this once: where the operator was just added, and no password was given
 */
public record EnrolledOperator(
        OperatorId id,
        String name,
        String email,
        boolean disabled,
        Optional<Instant> lastSignInAt,
        Optional<Secret> signInLink) {

    static EnrolledOperator of(OperatorAccount operator) {
        return of(operator, Optional.empty());
    }

    static EnrolledOperator of(OperatorAccount operator, Optional<Secret> signInLink) {
        return new EnrolledOperator(
                operator.id(),
                operator.name(),
                operator.email(),
                operator.isDisabled(),
                operator.lastSignInAt(),
                signInLink);
    }
}
