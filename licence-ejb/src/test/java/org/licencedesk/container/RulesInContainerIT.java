package org.licencedesk.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.licencedesk.kernel.UserStatus.ACTIVE;
import static org.licencedesk.kernel.UserStatus.INACTIVE;
import static org.licencedesk.kernel.UserStatus.LOCKED;
import static org.licencedesk.kernel.UserStatus.QUEUE;
import static org.licencedesk.kernel.UserStatus.ROOM;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.File;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.access.ClientAddress;
import org.licencedesk.people.access.Password;
import org.licencedesk.people.access.SignIn;
import org.licencedesk.people.access.TypedName;
import org.licencedesk.people.access.UserEnrolment;
import org.licencedesk.platform.LicenceDataSource;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.allowance.CeilingReached;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.DecreaseNotOffered;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.allowance.NotAnIncrease;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.change.AddUser;
import org.licencedesk.seats.change.BulkStatusChange;
import org.licencedesk.seats.change.ChangeStatuses;
import org.licencedesk.seats.change.Selection;
import org.licencedesk.seats.directory.UserFilter;
import org.licencedesk.seats.directory.UserQuery;
import org.licencedesk.seats.directory.UserSort;
import org.licencedesk.seats.directory.UserWalk;

/**
 * Each rule once through the EJBs: injection, transactions, the rollback of a refusal and the observers are real. One
 * class, so that one server starts for all of them; the tests of jobs are inherited.
 */
@ExtendWith({DatabaseFirst.class, ArquillianExtension.class})
class RulesInContainerIT extends JobsInContainer {

    @Inject
    private UserEnrolment enrolment;

    @Inject
    private UserWalk walk;

    @Inject
    private BulkStatusChange bulk;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private SignIn signIn;

    @Deployment
    static WebArchive application() throws URISyntaxException {
        File[] libraries =
                Objects.requireNonNull(new File(System.getProperty("licence.test.libraries", "")).listFiles());
        return ShrinkWrap.create(WebArchive.class, "rules.war")
                .addAsLibrary(new File(System.getProperty("licence.test.ejb", "")), "licence-ejb.jar")
                .addAsLibraries(libraries)
                .addAsLibrary(new File(Assertions.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()))
                .addClasses(DatabaseFirst.class, NewTenants.class, SceneInContainer.class, JobsInContainer.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    @Test // R4
    void the_last_active_system_admin_stays_and_nobody_removes_themselves() {
        UserId first = created.firstAdmin().id();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> change(first, INACTIVE, NO_CONSENT))
                .returns(Refusal.LAST_SYSTEM_ADMIN, RuleViolation::refusal);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> change(first, LOCKED, NO_CONSENT))
                .returns(Refusal.LAST_SYSTEM_ADMIN, RuleViolation::refusal);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> delete(first, admin))
                .returns(Refusal.LAST_SYSTEM_ADMIN, RuleViolation::refusal);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> edit(first, Optional.of(Role.STANDARD)))
                .returns(Refusal.LAST_SYSTEM_ADMIN, RuleViolation::refusal);
        add("second.admin", Role.SYSTEM_ADMIN, ACTIVE);
        Actor inPerson = Actor.user(tenant, first, Role.SYSTEM_ADMIN);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> delete(first, inPerson))
                .returns(Refusal.NOT_ON_YOURSELF, RuleViolation::refusal);
        assertThat(delete(first, admin)).isEqualTo(new Figures(3, 1));
    }

    @Test // R7, R8, R11, R29
    void the_maximum_rises_by_a_consent_and_by_nothing_else() throws SQLException {
        assertThatExceptionOfType(DecreaseNotOffered.class).isThrownBy(() -> raise(2, NO_CONSENT));
        assertThatExceptionOfType(NotAnIncrease.class).isThrownBy(() -> raise(3, NO_CONSENT));
        assertThatExceptionOfType(CeilingReached.class).isThrownBy(() -> raise(1_000_001, NO_CONSENT));
        assertThatExceptionOfType(IncreaseNotConfirmed.class).isThrownBy(() -> raise(5, NO_CONSENT));
        Quote quote = adjustment.quote(tenant, 5, admin);
        assertThatExceptionOfType(IncreaseNotConfirmed.class)
                .isThrownBy(() -> raise(5, Optional.of(new Consent(quote, false))));
        assertThat(figures()).isEqualTo(new Figures(3, 1));
        assertThat(raise(5, Optional.of(new Consent(quote, true)))).isEqualTo(new Figures(5, 1));
        assertThat(proofs())
                .containsExactly(admin.label() + " UI 3 5 " + quote.terms().version());
    }

    @Test // R12, R13, R14, R15, R16
    void users_come_in_freely_then_by_consent_or_without_a_seat() {
        add("one", Role.STANDARD, ACTIVE);
        add("two", Role.STANDARD, LOCKED);
        assertThat(figures()).isEqualTo(new Figures(3, 3));
        add("meeting-room", Role.STANDARD, ROOM);
        assertThat(figures()).isEqualTo(new Figures(3, 3));
        AddUser command = new AddUser(
                tenant, NewTenants.person("four", Role.STANDARD, ACTIVE), NO_CONSENT, NOBODY, admin, Door.WIZARD);
        assertThatExceptionOfType(IncreaseNotConfirmed.class).isThrownBy(() -> registration.add(command));
        assertThat(figures()).isEqualTo(new Figures(3, 3));
        // Nothing of the refused user was saved: the name is still free.
        AddUser confirmed = new AddUser(tenant, command.user(), consentTo(4), NOBODY, admin, Door.WIZARD);
        assertThat(registration.add(confirmed).figures()).isEqualTo(new Figures(4, 4));
    }

    @Test // R17, R18, R19, R20
    void a_status_takes_and_frees_seats() {
        UserId waiting = add("waiting", Role.STANDARD, INACTIVE);
        UserId one = add("one", Role.STANDARD, ACTIVE);
        add("two", Role.STANDARD, ACTIVE);
        assertThat(change(one, LOCKED, NO_CONSENT)).isEqualTo(new Figures(3, 3));
        assertThat(change(one, ACTIVE, NO_CONSENT)).isEqualTo(new Figures(3, 3));
        assertThatExceptionOfType(IncreaseNotConfirmed.class).isThrownBy(() -> change(waiting, ACTIVE, NO_CONSENT));
        assertThat(directory.get(tenant, waiting, admin).status()).isEqualTo(INACTIVE);
        assertThat(change(waiting, ACTIVE, consentTo(4))).isEqualTo(new Figures(4, 4));
        assertThat(change(one, QUEUE, NO_CONSENT)).isEqualTo(new Figures(4, 3));
    }

    @Test // R21
    void only_the_active_sign_in_whatever_password_they_have() {
        Password password = new Password("correct horse battery");
        AddUser command = new AddUser(
                tenant, NewTenants.person("sam", Role.STANDARD, ACTIVE), NO_CONSENT, NOBODY, admin, Door.API);
        UserId sam =
                enrolment.enrol(command, Optional.of(password)).receipt().user().id();
        TypedName name = TypedName.of(created.tenant().slug().text(), "sam");
        ClientAddress address = ClientAddress.parse("127.0.0.1").orElseThrow();
        var session =
                signIn.signIn(name, password.text(), address, Optional.empty()).orElseThrow();
        assertThat(signIn.current(session)).isPresent();
        for (UserStatus status : new UserStatus[] {LOCKED, INACTIVE, ROOM}) {
            change(sam, status, NO_CONSENT);
            assertThat(signIn.signIn(name, password.text(), address, Optional.empty()))
                    .isEmpty();
            assertThat(signIn.current(session)).isEmpty();
        }
    }

    @Test // R22
    void a_deleted_user_frees_seat_and_name_and_the_ledger_still_knows_it() {
        UserId one = add("one", Role.STANDARD, ACTIVE);
        assertThat(delete(one, admin)).isEqualTo(new Figures(3, 1));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> directory.get(tenant, one, admin));
        add("ONE", Role.STANDARD, ACTIVE);
        removal.erase(tenant, one, admin);
        assertThat(kindsOf(one))
                .containsExactly(
                        EntryKind.USER_ADDED, EntryKind.SEAT_TAKEN, EntryKind.SEAT_RELEASED, EntryKind.USER_DELETED);
    }

    @Test // R37
    void over_the_allowance_everybody_goes_on_and_the_next_seat_covers_the_overhang() {
        UserId one = add("one", Role.STANDARD, ACTIVE);
        UserId waiting = add("waiting", Role.STANDARD, INACTIVE);
        correct(0);
        assertThat(figures()).isEqualTo(new Figures(0, 2));
        assertThat(change(one, LOCKED, NO_CONSENT)).isEqualTo(new Figures(0, 2));
        assertThat(edit(one, Optional.of(Role.SYSTEM_ADMIN)).role()).isEqualTo(Role.SYSTEM_ADMIN);
        assertThatExceptionOfType(IncreaseNotConfirmed.class).isThrownBy(() -> change(waiting, ACTIVE, NO_CONSENT));
        assertThat(change(waiting, ACTIVE, consentTo(3))).isEqualTo(new Figures(3, 3));
    }

    @Test // R38
    void every_change_is_in_the_ledger_and_a_refusal_is_not() {
        UserId one = add("one", Role.STANDARD, ACTIVE);
        change(one, INACTIVE, NO_CONSENT);
        correct(1);
        assertThatExceptionOfType(IncreaseNotConfirmed.class).isThrownBy(() -> change(one, ACTIVE, NO_CONSENT));
        change(one, ACTIVE, consentTo(2));
        List<LedgerEntry> entries = ledger.after(tenant, 0, 200, admin).items();
        assertThat(entries)
                .extracting(LedgerEntry::kind)
                .containsExactly(
                        EntryKind.TENANT_CREATED,
                        EntryKind.USER_ADDED,
                        EntryKind.SEAT_TAKEN,
                        EntryKind.USER_ADDED,
                        EntryKind.SEAT_TAKEN,
                        EntryKind.SEAT_RELEASED,
                        EntryKind.ALLOWANCE_CORRECTED,
                        EntryKind.ALLOWANCE_RAISED,
                        EntryKind.TERMS_ACCEPTED,
                        EntryKind.SEAT_TAKEN);
        for (int i = 1; i < entries.size(); i++) {
            assertThat(entries.get(i).sequence()).isEqualTo(i + 1L);
            assertThat(entries.get(i).previousHash())
                    .isEqualTo(entries.get(i - 1).hash());
        }
        LedgerEntry last = entries.get(entries.size() - 1);
        assertThat(last.figures()).isEqualTo(figures());
        assertThat(ledger.figuresAt(tenant, last.at(), admin)).isEqualTo(new Figures(2, 2));
    }

    @Test // R16, R34
    void many_at_once_are_one_transaction_and_a_walk_of_all_holds_none() {
        Set<UserId> waiting = IntStream.range(0, 250)
                .mapToObj(i -> add("waiting" + i, Role.STANDARD, INACTIVE))
                .collect(Collectors.toSet());
        ChangeStatuses command =
                new ChangeStatuses(tenant, new Selection.Ticked(waiting), ACTIVE, consentTo(251), admin, Door.UI);
        assertThat(bulk.apply(command).figures()).isEqualTo(new Figures(251, 251));
        List<Boolean> inTransaction = new ArrayList<>();
        UserFilter everybody = new UserFilter(EnumSet.allOf(UserStatus.class), Optional.empty(), Optional.empty());
        walk.walk(
                tenant,
                UserQuery.longest(everybody, UserSort.BY_USER_NAME),
                admin,
                user -> inTransaction.add(transactions.getTransactionKey() != null));
        assertThat(inTransaction).hasSize(251).containsOnly(false);
    }

    private List<String> proofs() throws SQLException {
        try (Connection connection = new LicenceDataSource().getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select concat_ws(' ', actor, door, raised_from, raised_to, terms_version) from acceptance"
                                + " where tenant_id = ?")) {
            query.setObject(1, tenant.value());
            try (ResultSet rows = query.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }
}
