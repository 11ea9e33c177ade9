package org.licencedesk.seats.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.record.ledger.Ledger;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.RaiseAllowance;
import org.licencedesk.seats.change.SeatModel.Member;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.UserName;
import org.licencedesk.seats.pricing.PriceSetting;
import org.licencedesk.seats.pricing.SetPrice;
import org.licencedesk.seats.terms.PublishTerms;
import org.licencedesk.seats.terms.TermsLibrary;

/** A tenant and its model: tries each step with the real beans, and compares what came of it with the model. */
final class SeatWorld {
    private static final AtomicInteger TERMS = new AtomicInteger();

    private final Desk desk = Desk.open();
    private final TestTenant tenant;
    private final SeatModel model;
    private final AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
    private final UserEditing editing = desk.bean(UserEditing.class);
    private @Nullable Quote earlier;

    SeatWorld(int seats) {
        tenant = TestTenant.of(seats);
        model = new SeatModel(seats);
        model.add(first(), Optional.empty(), tenant.admin(), Optional.empty(), Optional.empty());
        model.members.put(tenant.firstAdmin().id(), first());
    }

    private static Member first() {
        return new Member("first.admin", UserStatus.ACTIVE, Role.SYSTEM_ADMIN, true);
    }

    void attempt(SeatStep step) {
        boolean wasOver = model.occupied() > model.maximum;
        switch (step.what()) {
            case ADD -> add(step);
            case CHANGE_STATUS -> changeStatus(step);
            case DELETE -> delete(step);
            case CHANGE_ROLE -> {
                UserId id = pick(step);
                Role role = step.number() % 2 == 0 ? Role.STANDARD : Role.SYSTEM_ADMIN;
                assertThat(outcome(() -> editing.edit(edit(step, id, Optional.empty(), Optional.of(role)))))
                        .isEqualTo(model.giveRole(id, role));
            }
            case CHANGE_EMAIL -> {
                UserId id = pick(step);
                Optional<EmailAddress> email =
                        step.number() % 2 == 0 ? Optional.empty() : Optional.of(new EmailAddress("new@example.org"));
                assertThat(outcome(() -> editing.edit(edit(step, id, Optional.of(email), Optional.empty()))))
                        .isEqualTo(model.setEmail(id, email.isPresent()));
            }
            case RENAME ->
                assertThat(outcome(() -> editing.edit(edit(step, pick(step), Optional.empty(), Optional.empty()))))
                        .isEqualTo(SeatModel.DONE); // R18
            case RAISE -> raise(step);
            case CORRECT -> {
                int wanted = Math.max(0, model.occupied() - 4 + step.number());
                tenant.correct(wanted);
                model.correct(wanted);
            }
            case CHANGE_PRICE -> changePrice(step);
            case PUBLISH_TERMS ->
                desk.run(() -> desk.bean(TermsLibrary.class)
                        .publish(new PublishTerms(
                                "property-" + TERMS.incrementAndGet(),
                                "Terms " + step.who() % 3,
                                TestTenant.OPERATOR)));
            case PASS_TIME ->
                desk.clock().pass(step.number() == 0 ? Duration.ofMinutes(-30) : Duration.ofHours(7L * step.number()));
        }
        assertThat(model.activeAdmins()).isNotEmpty(); // R4
        assertThat(model.occupied() <= model.maximum || wasOver || step.what() == SeatStep.What.CORRECT)
                .isTrue(); // R34
    }

    private void add(SeatStep step) {
        String name = step.number() == 0 ? first().name().toUpperCase(Locale.ROOT) : "user." + step.who();
        boolean email = step.status().isPerson() || step.number() % 2 == 0;
        Role role = step.number() % 3 == 0 ? Role.SYSTEM_ADMIN : Role.STANDARD;
        NewUser user = new NewUser(
                new UserName(name),
                new DisplayName(name),
                email ? Optional.of(new EmailAddress("a@example.org")) : Optional.empty(),
                role,
                step.status());
        Optional<Quote> fresh = quoteToAdmitOne();
        Optional<Consent> consent = consent(step, fresh);
        Optional<UserId> release = release(step);
        Actor actor = actor(step);
        AddUser command = new AddUser(tenant.id(), user, consent, release, actor, Door.UI);
        UserRegistration registration = desk.bean(UserRegistration.class);
        UserId[] added = new UserId[1];
        String outcome = outcome(() -> {
            SeatReceipt receipt = registration.add(command);
            added[0] = receipt.user().id();
            return receipt;
        });
        Member member = new Member(name, step.status(), role, email);
        assertThat(outcome).isEqualTo(model.add(member, release, actor, consent, fresh));
        if (outcome.equals(SeatModel.DONE)) {
            model.members.put(added[0], member);
        }
    }

    private void changeStatus(SeatStep step) {
        UserId id = pick(step);
        Actor actor = actor(step);
        Optional<Quote> fresh = quoteToAdmitOne();
        Optional<Consent> consent = consent(step, fresh);
        Optional<UserId> release = release(step);
        assertThat(outcome(tenant.changing(id, step.status(), consent, release, actor)))
                .isEqualTo(model.change(id, step.status(), release, actor, consent, fresh));
    }

    private void delete(SeatStep step) {
        UserId id = pick(step);
        Actor actor = actor(step);
        UserRemoval removal = desk.bean(UserRemoval.class);
        DeleteUser command = new DeleteUser(tenant.id(), id, Expected.anything(), actor, Door.WIZARD);
        assertThat(outcome(() -> removal.delete(command))).isEqualTo(model.delete(id, actor));
    }

    private void raise(SeatStep step) {
        int wanted = step.number() == 11 ? 1_000_001 : Math.max(0, model.maximum - 2 + step.number());
        Optional<Quote> fresh =
                wanted > model.maximum && wanted <= 1_000_000 ? Optional.of(quote(wanted)) : Optional.empty();
        Optional<Consent> consent = consent(step, fresh);
        RaiseAllowance command =
                new RaiseAllowance(tenant.id(), wanted, consent, Expected.anything(), actor(step), Door.UI);
        assertThat(outcome(() -> adjustment.raise(command))).isEqualTo(model.raise(wanted, consent, fresh));
    }

    private void changePrice(SeatStep step) {
        LocalDate nextMonth = desk.clock()
                .now()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .plusMonths(1);
        PriceSetting prices = desk.bean(PriceSetting.class);
        desk.run(() -> prices.set(new SetPrice(tenant.id(), step.number() + ".50", nextMonth, TestTenant.OPERATOR)));
    }

    private EditUser edit(SeatStep step, UserId id, Optional<Optional<EmailAddress>> email, Optional<Role> role) {
        return new EditUser(
                tenant.id(),
                id,
                Optional.empty(),
                Optional.of(new DisplayName("Renamed " + step.who())),
                email,
                role,
                Expected.anything(),
                actor(step),
                Door.UI);
    }

    private UserId pick(SeatStep step) {
        return model.pick(step.who()).orElseThrow();
    }

    /** Now and then somebody is to give up a seat: a user, whether they hold one or not, or nobody's identity. */
    private Optional<UserId> release(SeatStep step) {
        return switch (step.other() % 12) {
            case 0, 1, 2 -> model.pick(step.other());
            case 3 -> Optional.of(UserId.create());
            default -> Optional.empty();
        };
    }

    private Actor actor(SeatStep step) {
        List<UserId> admins = model.activeAdmins();
        return step.inPerson()
                ? Actor.user(tenant.id(), admins.get(step.who() % admins.size()), Role.SYSTEM_ADMIN)
                : tenant.admin();
    }

    /** The quote that one more user would need just now, if any. */
    private Optional<Quote> quoteToAdmitOne() {
        return model.available() > 0 ? Optional.empty() : Optional.of(quote(model.occupied() + 1));
    }

    private Quote quote(int raiseTo) {
        return desk.commit(() -> adjustment.quote(tenant.id(), raiseTo, tenant.admin()));
    }

    private Optional<Consent> consent(SeatStep step, Optional<Quote> fresh) {
        Optional<Quote> kept = Optional.ofNullable(earlier);
        fresh.filter(quote -> step.number() % 2 == 0).ifPresent(quote -> earlier = quote);
        Optional<Quote> shown = step.consent() == SeatStep.Acceptance.AN_EARLIER_ONE ? kept : fresh.or(() -> kept);
        return shown.flatMap(quote -> Answer.to(quote, step.consent()));
    }

    private String outcome(Supplier<?> call) {
        try {
            desk.commit(call);
            return SeatModel.DONE;
        } catch (RuleViolation refused) {
            return refused.code();
        }
    }

    /** Everything that must hold between what is stored, the model and the ledger. */
    void compareAll() {
        List<Object> stored = desk.rows(
                "select hex(id), status, role, email is not null from user_account where tenant_id = ?1 and living = 1"
                        + " order by id",
                tenant.id().value());
        List<String> expected = new ArrayList<>();
        model.members.forEach((id, member) -> expected.add(String.join(
                " ",
                id.toString().replace("-", "").toUpperCase(Locale.ROOT),
                member.status().name(),
                member.role().name(),
                member.hasEmail() ? "1" : "0")));
        assertThat(stored)
                .map(row -> String.join(" ", texts((Object[]) row)))
                .containsExactlyInAnyOrderElementsOf(expected);
        List<LedgerEntry> entries = ledger();
        LedgerProof.check(tenant.id(), entries);
        LedgerEntry last = entries.get(entries.size() - 1);
        assertThat(desk.rows(
                        "select maximum, occupied, locked, last_sequence, hex(last_hash) from allowance where tenant_id = ?1",
                        tenant.id().value()))
                .map(row -> String.join(" ", texts((Object[]) row)))
                .containsExactly(String.join(
                        " ",
                        Integer.toString(model.maximum),
                        Integer.toString(model.occupied()),
                        Integer.toString(model.count(UserStatus.LOCKED)),
                        Long.toString(model.entries),
                        java.util.HexFormat.of().withUpperCase().formatHex(last.hash())));
        assertThat(entries).hasSize(Math.toIntExact(model.entries));
        // R29: a proof for each increase, and no increase without one
        assertThat(desk.rows(
                        "select count(*) from acceptance where tenant_id = ?1",
                        tenant.id().value()))
                .map(Object::toString)
                .containsExactly(Integer.toString(model.increases));
    }

    private List<LedgerEntry> ledger() {
        Ledger ledger = desk.bean(Ledger.class);
        List<LedgerEntry> entries = new ArrayList<>();
        Optional<String> next = Optional.of("0");
        while (next.isPresent()) {
            long after = Long.parseLong(next.get());
            var page = desk.commit(() -> ledger.after(tenant.id(), after, 200, tenant.admin()));
            entries.addAll(page.items());
            next = page.next();
        }
        return entries;
    }

    private static List<String> texts(Object[] row) {
        return java.util.Arrays.stream(row).map(Objects::toString).toList();
    }
}
