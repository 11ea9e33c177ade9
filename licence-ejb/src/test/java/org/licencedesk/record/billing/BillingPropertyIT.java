package org.licencedesk.record.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.SetClock;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.DecreaseNotOffered;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.allowance.NotAnIncrease;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.Reduction;

/**
 * Whatever is bought, corrected, reduced and priced, whenever, wherever, and whether the job or somebody who acts comes
 * first on a renewal date: each invoice is R33's formula and the sum of what was accepted, to the minor unit; and nobody is
 * charged more than they accepted, however long ago that was shown to them. R30, R31, R32, R33
 */
class BillingPropertyIT {
    private static final Instant USUAL = Instant.parse("2026-03-10T09:00:00Z");

    private static final List<String> ZONES = List.of(
            "UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata");

    private static final Set<Kind> PASSES_TIME = EnumSet.of(Kind.HOURS, Kind.DAYS, Kind.MONTHS, Kind.BACK);

    private final SetClock clock = Desk.open().clock();

    /** What is done in a history, and how much of it. */
    record Step(Kind kind, int size, String price) {}

    private enum Kind {
        RAISE,
        ASK,
        CONFIRM_LATE,
        CORRECT,
        AGREE,
        ADD,
        PRICE,
        HOURS,
        DAYS,
        MONTHS,
        BACK,
        CLOSE
    }

    @AfterTry
    void let_the_clock_stand_as_others_know_it() {
        clock.set(USUAL);
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void every_invoice_is_the_formula_and_the_sum_of_what_was_accepted(
            @ForAll("starts") Instant start, @ForAll("contracts") Contract drawn, @ForAll("steps") List<Step> steps) {
        clock.set(start);
        LocalDate created = start.atZone(drawn.zone()).toLocalDate();
        ModelCalendar calendar = new ModelCalendar(drawn.renewsOn(), drawn.period());
        Contract contract = DrawnContracts.renewing(drawn, calendar.next(created));
        calendar = new ModelCalendar(contract.renewsOn(), contract.period());
        History history = new History(contract, calendar, created);

        steps.forEach(history::take);
        history.compareAll();
    }

    /** A tenant and its model, side by side. */
    private final class History {
        private final Contract contract;
        private final ModelCalendar calendar;
        private final BillingModel model;
        private final BilledTenant tenant;
        private final LocalDate created;
        private LocalDate billed;
        private LocalDate closedUntil;
        private Optional<Quote> asked = Optional.empty();
        private int users;

        History(Contract contract, ModelCalendar calendar, LocalDate created) {
            this.contract = contract;
            this.calendar = calendar;
            this.created = created;
            this.billed = created;
            this.closedUntil = created;
            int decimals = Currency.getInstance(contract.currency()).getDefaultFractionDigits();
            this.model = new BillingModel(calendar, decimals, created, contract.maximum());
            contract.price().ifPresent(price -> model.price(calendar.start(created), new BigDecimal(price)));
            this.tenant = BilledTenant.create(contract);
        }

        void take(Step step) {
            if (PASSES_TIME.contains(step.kind())) {
                pass(step);
                return;
            }
            begin();
            switch (step.kind()) {
                case RAISE -> raise(model.maximum() + step.size());
                case ASK -> asked = Optional.of(tenant.quote(model.maximum() + step.size()));
                case CONFIRM_LATE -> asked.ifPresent(this::confirmLate);
                case CORRECT -> correct(step.size() - 1);
                case AGREE -> agree(step);
                case ADD -> add();
                case PRICE -> price(step);
                default -> close();
            }
            LocalDate next = calendar.next(today());
            assertThat(tenant.next().date()).isEqualTo(next);
            assertThat(tenant.amount(tenant.next().total())).isEqualTo(model.invoice(next));
        }

        private void pass(Step step) {
            switch (step.kind()) {
                case HOURS -> clock.pass(Duration.ofHours(step.size()));
                case DAYS -> clock.pass(Duration.ofDays(step.size()));
                case MONTHS -> clock.pass(Duration.ofDays(20L * step.size()));
                default -> clock.pass(Duration.ofMinutes(-step.size()));
            }
        }

        /** Whoever comes first does what is due, and the job where it is too much for one. */
        private void begin() {
            LocalDate day = clock.now().atZone(contract.zone()).toLocalDate();
            model.begin(day);
            LocalDate last = calendar.start(day);
            if (last.isAfter(closedUntil)) {
                if (calendar.between(closedUntil, last).size() > 24) {
                    tenant.closeDue(clock.now());
                }
                closedUntil = last;
                billed = last.isAfter(billed) ? last : billed;
            }
        }

        private void agree(Step step) {
            int wanted = model.maximum() - 1 - step.size() % 5;
            if (wanted < 1 || model.agreed().isPresent()) {
                return;
            }
            LocalDate date = coming(step);
            tenant.requests().agree(wanted, date.toString());
            model.agree(wanted, date);
        }

        private void add() {
            if (model.admit()) {
                users++;
                tenant.add("user" + users, UserStatus.ACTIVE);
            }
        }

        private LocalDate coming(Step step) {
            LocalDate date = calendar.next(today());
            for (int i = 1; i < step.size() % 3; i++) {
                date = calendar.next(date);
            }
            return date;
        }

        private void raise(int maximum) {
            int seats = maximum - model.maximum();
            LocalDate today = today();
            Optional<Reduction> agreed = model.agreed();
            Quote quote = tenant.raise(maximum);
            assertThat(quote.endsReduction()).isEqualTo(agreed);
            assertThat(quote.dueNow().from()).isEqualTo(today);
            assertThat(quote.dueNow().to()).isEqualTo(calendar.next(today).minusDays(1));
            assertThat(tenant.amount(quote.dueNow().amount())).isEqualTo(model.due(today, seats));
            model.increase(today, maximum);
            billed = today;
            assertThat(quote.nextInvoice().date()).isEqualTo(tenant.next().date());
            assertThat(quote.nextInvoice().amount()).isEqualTo(tenant.next().total());
        }

        /** A quote of long ago counts only if it says what the fresh one says, and no amount of the fresh one is above it. */
        private void confirmLate(Quote shown) {
            asked = Optional.empty();
            if (shown.raiseTo() <= model.maximum()) {
                assertThatThrownBy(() -> tenant.raise(shown))
                        .isInstanceOfAny(NotAnIncrease.class, DecreaseNotOffered.class);
                return;
            }
            LocalDate today = today();
            int seats = shown.raiseTo() - model.maximum();
            Optional<BigDecimal> due = model.due(today, seats);
            LocalDate next = calendar.next(today);
            Optional<BigDecimal> invoice = model.invoiceWith(next, today, shown.raiseTo());
            boolean holds = shown.seats() == seats
                    && tenant.amount(shown.monthlyIncrease()).equals(model.monthly(next, seats))
                    && shown.nextInvoice().date().equals(next)
                    && shown.endsReduction().equals(model.agreed())
                    && isCovered(due, tenant.amount(shown.dueNow().amount()))
                    && isCovered(invoice, tenant.amount(shown.nextInvoice().amount()));
            if (holds) {
                tenant.raise(shown);
                assertThat(tenant.amount(tenant.accepted().get(0).dueNow().amount()))
                        .isEqualTo(due);
                model.increase(today, shown.raiseTo());
                billed = today;
            } else {
                assertThatThrownBy(() -> tenant.raise(shown))
                        .isInstanceOfSatisfying(IncreaseNotConfirmed.class, refusal -> assertThat(
                                        tenant.amount(refusal.quote().dueNow().amount()))
                                .isEqualTo(due));
            }
        }

        private boolean isCovered(Optional<BigDecimal> due, Optional<BigDecimal> shown) {
            return due.isPresent() == shown.isPresent()
                    && due.map(amount -> amount.compareTo(shown.orElseThrow()) <= 0)
                            .orElse(true);
        }

        private void correct(int maximum) {
            if (maximum != model.maximum()) {
                LocalDate today = today();
                tenant.correct(maximum);
                model.correction(today, maximum);
                billed = today;
            }
        }

        private void price(Step step) {
            LocalDate from = coming(step);
            String perSeat = MinorUnits.of(step.price(), contract.currency());
            tenant.price(perSeat, from);
            model.price(from, new BigDecimal(perSeat));
        }

        private void close() {
            tenant.closeDue(clock.now());
        }

        void compareAll() {
            begin();
            close();
            List<Invoice> closed = tenant.closed();
            assertThat(closed)
                    .extracting(Invoice::date)
                    .containsExactlyElementsOf(calendar.between(created, closedUntil));
            assertThat(closed).allSatisfy(invoice -> {
                assertThat(tenant.amount(invoice.total())).isEqualTo(model.invoice(invoice.date()));
                assertThat(invoice.lines()).hasSize(Math.toIntExact(model.lines(invoice.date())));
            });
        }

        private LocalDate today() {
            LocalDate today = clock.now().atZone(contract.zone()).toLocalDate();
            return today.isBefore(billed) ? billed : today;
        }
    }

    @Provide
    Arbitrary<Instant> starts() {
        return DrawnContracts.starts(2026, 4);
    }

    @Provide
    Arbitrary<Contract> contracts() {
        return DrawnContracts.contracts(50, 99_999, 0.85, Arbitraries.just(false), ZONES);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Kind> kind = Arbitraries.frequency(
                Tuple.of(5, Kind.RAISE),
                Tuple.of(3, Kind.ASK),
                Tuple.of(3, Kind.CONFIRM_LATE),
                Tuple.of(2, Kind.CORRECT),
                Tuple.of(3, Kind.AGREE),
                Tuple.of(2, Kind.ADD),
                Tuple.of(2, Kind.PRICE),
                Tuple.of(4, Kind.HOURS),
                Tuple.of(4, Kind.DAYS),
                Tuple.of(2, Kind.MONTHS),
                Tuple.of(1, Kind.BACK),
                Tuple.of(2, Kind.CLOSE));
        Arbitrary<String> price = Arbitraries.integers().between(0, 99_999).map(number -> Integer.toString(number));
        return Combinators.combine(kind, Arbitraries.integers().between(1, 30), price)
                .as(Step::new)
                .list()
                .ofSize(30);
    }
}
