package org.licencedesk.people.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.OperatorId;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.Text;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.WithoutPermission;

/** Adds operators, and says whether they may come in (R2, R54). */
@Stateless
public class OperatorAccess {

    @Inject
    private Operators operators;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private StoredLinks links;

    @Inject
    private TimeSource time;

    /** @return whether nobody has an operator's account yet */
    @WithoutPermission("asked at the start, and where nobody is there yet")
    public boolean isUnclaimed() {
        return operators.isEmpty();
    }

    /**
     * @return the operator, with a one-time link where no password was given
     * @throws InvalidValue at {@code password} if it is little but names that others know of the operator
     * @throws RuleViolation {@link Refusal#OPERATOR_EMAIL_TAKEN} if another operator or an account manager has the mail
     *     address
     */
    public EnrolledOperator enrol(NewOperator created, Optional<Password> password, Actor actor) {
        Permission.MANAGE_OPERATORS.require(actor);
        password.ifPresent(chosen -> chosen.requireForeignTo(
                "password", AccountOwner.ofStaff(created.name(), created.email().text())));
        Optional<String> hash = password.map(hashing::hash);
        Instant now = time.now();
        OperatorAccount operator = operators.add(created, now);
        hash.ifPresent(operator::setPasswordHash);
        Optional<Secret> link = hash.isEmpty()
                ? Optional.of(links.add(AccountId.of(operator.id()), LinkOrigin.HANDED_OVER, now))
                : Optional.empty();
        return EnrolledOperator.of(operator, link);
    }

    /**
     * @param page which page of the list
     * @return the operators by mail address, without links
     * @throws InvalidValue if the cursor is none
     */
    public Page<EnrolledOperator> list(PageRequest page, Actor actor) {
        Permission.MANAGE_OPERATORS.require(actor);
        page.cursor().ifPresent(cursor -> Text.line("cursor", cursor, EmailAddress.LONGEST));
        return page.of(operators.after(page.cursor().orElse(""), page.rows()), OperatorAccount::email)
                .map(EnrolledOperator::of);
    }

    /**
     * Makes a link in place of the operator's earlier ones. One who is disabled gets one too, and can use it once they are
     * not.
     *
     * @throws NotFound if there is no such operator
     */
    public Secret issueLink(OperatorId operator, Actor actor) {
        Permission.MANAGE_OPERATORS.require(actor);
        return links.issue(AccountId.of(operators.get(operator).id()), LinkOrigin.HANDED_OVER, time.now());
    }

    /**
     * Shuts the operator out: every session and link of theirs ends at once and for good.
     *
     * @return the operator
     * @throws NotFound if there is no such operator
     * @throws RuleViolation {@link Refusal#LAST_OPERATOR} if no other operator who has a password could sign in
     */
    public EnrolledOperator disable(OperatorId operator, Actor actor) {
        Permission.MANAGE_OPERATORS.require(actor);
        OperatorAccount disabled = operators.disable(operator, time.now());
        links.revoke(AccountId.of(operator));
        return EnrolledOperator.of(disabled);
    }

    /**
     * Lets the operator sign in again, with the password that they had. What ended stays ended.
     *
     * @return the operator
     * @throws NotFound if there is no such operator
     */
    public EnrolledOperator readmit(OperatorId operator, Actor actor) {
        Permission.MANAGE_OPERATORS.require(actor);
        OperatorAccount found = operators.get(operator);
        found.readmit(time.now());
        return EnrolledOperator.of(found);
    }
}
