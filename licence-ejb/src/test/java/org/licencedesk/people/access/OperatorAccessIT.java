package org.licencedesk.people.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.OperatorId;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.Secret;
import org.licencedesk.seats.tenant.Contact;

/** Operators sign in like account managers, and there is always one. */
class OperatorAccessIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final Optional<Password> PASSWORD = Optional.of(new Password("three tame walruses"));

    private static final Optional<Password> NONE = Optional.empty();

    private final Desk desk = Desk.open();

    private final OperatorAccess access = desk.bean(OperatorAccess.class);

    private final SignIn signIn = desk.bean(SignIn.class);

    private final ClientAddress home =
            ClientAddress.parse("198.51.100." + (100 + NUMBER.get())).orElseThrow();

    private final Instant begin = desk.clock().now();

    @AfterEach
    void forget() {
        desk.clock().set(begin);
    }

    @Test // R2, R21
    void an_operator_sets_a_password_by_the_link_and_acts_as_an_operator() {
        EnrolledOperator robin = enrol(fresh(), NONE);
        SignedIn signedIn =
                desk.bean(SignInLinks.class).redeem(robin.signInLink().orElseThrow(), new Password("seven quiet owls"));

        Actor actor = signIn.current(signedIn).orElseThrow();
        assertThat(actor).isEqualTo(Actor.operator(robin.id()));
        assertThat(actor.role()).isEqualTo(Role.OPERATOR);
        assertThat(desk.commit(() -> desk.bean(People.class).describe(actor)))
                .isEqualTo(new Person("Robin", Optional.empty(), Optional.empty()));
        assertThat(come(robin.email().toUpperCase(Locale.ROOT), "seven quiet owls"))
                .isPresent();
        assertThat(shown(robin.id()).lastSignInAt()).isPresent();
    }

    @Test // R54
    void disabling_ends_sessions_and_links_for_good() {
        enrol(fresh(), PASSWORD);
        EnrolledOperator robin = enrol(fresh(), PASSWORD);
        SignedIn earlier = come(robin.email(), PASSWORD.get().text()).orElseThrow();
        Secret link = desk.commit(() -> access.issueLink(robin.id(), TestTenant.OPERATOR));

        assertThat(desk.commit(() -> access.disable(robin.id(), TestTenant.OPERATOR))
                        .disabled())
                .isTrue();
        assertThat(signIn.current(earlier)).isEmpty();
        assertThat(come(robin.email(), PASSWORD.get().text())).isEmpty();
        assertThat(desk.bean(SignInLinks.class).state(link).end()).contains(LinkEnd.UNKNOWN);

        desk.clock().pass(Duration.ofSeconds(1));
        desk.run(() -> access.readmit(robin.id(), TestTenant.OPERATOR));
        assertThat(signIn.current(earlier)).isEmpty();
        assertThat(come(robin.email(), PASSWORD.get().text())).isPresent();
    }

    @Test
    void the_last_operator_who_can_sign_in_stays() {
        nobodyElse();
        EnrolledOperator robin = enrol(fresh(), PASSWORD);
        EnrolledOperator invited = enrol(fresh(), NONE);
        assertRefused(Refusal.LAST_OPERATOR, () -> access.disable(robin.id(), TestTenant.OPERATOR));
        assertThat(shown(robin.id()).disabled()).isFalse();

        desk.bean(SignInLinks.class).redeem(invited.signInLink().orElseThrow(), new Password("seven quiet owls"));
        desk.run(() -> access.disable(robin.id(), TestTenant.OPERATOR));
        desk.run(() -> access.disable(robin.id(), TestTenant.OPERATOR));
        assertRefused(Refusal.LAST_OPERATOR, () -> access.disable(invited.id(), TestTenant.OPERATOR));
    }

    @Test
    void of_two_who_disable_each_other_at_once_one_stays() throws InterruptedException {
        nobodyElse();
        List<OperatorId> both =
                List.of(enrol(fresh(), PASSWORD).id(), enrol(fresh(), PASSWORD).id());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> calls = both.stream()
                    .map(id -> (Callable<Boolean>) () -> desk.commit(() -> access.disable(id, TestTenant.OPERATOR))
                            .disabled())
                    .toList();
            assertThat(threads.invokeAll(calls).stream().filter(OperatorAccessIT::succeeded))
                    .hasSize(1);
        } finally {
            threads.shutdown();
        }
        assertThat(both.stream().filter(id -> shown(id).disabled())).hasSize(1);
    }

    @Test
    void a_mail_address_is_one_account_of_the_vendors_staff() {
        String email = fresh();
        enrol(email, PASSWORD);
        assertRefused(
                Refusal.OPERATOR_EMAIL_TAKEN,
                () -> access.enrol(
                        new NewOperator("Robin", new EmailAddress(email.toUpperCase(Locale.ROOT))),
                        PASSWORD,
                        TestTenant.OPERATOR));
        assertRefused(Refusal.ACCOUNT_MANAGER_EMAIL_TAKEN, () -> manager(email));

        String managers = fresh();
        desk.run(() -> manager(managers));
        assertRefused(
                Refusal.OPERATOR_EMAIL_TAKEN,
                () -> access.enrol(
                        new NewOperator("Robin", new EmailAddress(managers)), PASSWORD, TestTenant.OPERATOR));
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> enrol(" ", PASSWORD, fresh()))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("name"));
        String email = fresh();
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> enrol(email, Optional.of(new Password(email))))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("password"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.commit(() -> access.disable(OperatorId.create(), TestTenant.OPERATOR)));
    }

    @Test // R2
    void nobody_but_an_operator_looks_after_operators() {
        TestTenant tenant = TestTenant.of(1);
        OperatorId robin = enrol(fresh(), PASSWORD).id();
        for (Actor actor : List.of(tenant.admin(), Actor.manager(ManagerId.create()))) {
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> desk.commit(() -> access.list(PageRequest.first(1), actor)));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> desk.commit(() -> access.issueLink(robin, actor)));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> desk.commit(() -> access.disable(robin, actor)));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> desk.commit(() -> access.readmit(robin, actor)));
        }
    }

    private void manager(String email) {
        desk.bean(AccountManagerEnrolment.class)
                .enrol(Contact.checked("Morgan", email, "1"), Optional.empty(), TestTenant.OPERATOR);
    }

    private Optional<SignedIn> come(String email, String password) {
        return signIn.signIn(TypedName.of("", email), password, home, Optional.empty());
    }

    private EnrolledOperator enrol(String email, Optional<Password> password) {
        return enrol("Robin", password, email);
    }

    private EnrolledOperator enrol(String name, Optional<Password> password, String email) {
        return desk.commit(
                () -> access.enrol(new NewOperator(name, new EmailAddress(email)), password, TestTenant.OPERATOR));
    }

    private EnrolledOperator shown(OperatorId id) {
        return desk.commit(() -> access.list(PageRequest.first(1_000), TestTenant.OPERATOR)).items().stream()
                .filter(operator -> operator.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Those of other tests can no longer sign in. */
    private void nobodyElse() {
        desk.run(() -> desk.entities()
                .createNativeQuery("update operator_account set disabled_at = now(6) where disabled_at is null")
                .executeUpdate());
    }

    private void assertRefused(Refusal refusal, Runnable call) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> desk.run(call))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static boolean succeeded(Future<Boolean> call) {
        try {
            return call.get();
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(RuleViolation.class);
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fresh() {
        return "quill-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet() + "@vendor.example";
    }
}
