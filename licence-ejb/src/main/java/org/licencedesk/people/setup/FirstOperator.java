package org.licencedesk.people.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.people.access.ClientAddress;
import org.licencedesk.people.access.EnrolledOperator;
import org.licencedesk.people.access.NewOperator;
import org.licencedesk.people.access.OperatorAccess;
import org.licencedesk.people.access.Password;
import org.licencedesk.people.access.TooManyAttempts;
import org.licencedesk.seats.tenant.Tenants;

/** Gives an installation its first operator, against the setup code (R28). */
@Stateless
public class FirstOperator {

    @Inject
    private SetupCodes codes;

    @Inject
    private OperatorAccess operators;

    @Inject
    private Tenants tenants;

    /** @return whether the installation waits for its first operator */
    @WithoutPermission("nobody is there yet: the setup code is what lets in")
    public boolean isAwaited() {
        return operators.isUnclaimed();
    }

    /**
     * Adds the operator; who holds the code acts as an Operator for this one act. The code can be used for the first system
     * as well, if there is none yet, and then for nothing more.
     *
     * @param address the network address that the attempt comes from
     * @return the operator
     * @throws SetupCodeRefused if the code is none, or there is an operator already
     * @throws TooManyAttempts if codes were tried too often
     * @throws InvalidValue at {@code password} if it is little but names that others know of the operator
     * @throws RuleViolation {@link Refusal#OPERATOR_EMAIL_TAKEN} if an account manager has the mail address
     */
    @WithoutPermission("nobody is there yet: the setup code is what lets in")
    public EnrolledOperator open(Secret code, NewOperator created, Password password, ClientAddress address) {
        codes.require(code, address, operators::isUnclaimed);
        EnrolledOperator operator = operators.enrol(created, Optional.of(password), Actor.installation());
        if (!tenants.isEmpty()) {
            codes.close();
        }
        return operator;
    }
}
