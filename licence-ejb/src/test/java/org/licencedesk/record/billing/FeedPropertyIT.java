package org.licencedesk.record.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.SetClock;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.Settlement;
import org.licencedesk.seats.request.ReductionRequest;

/**
 * Whatever happens to a tenant, the last event says what the next invoice will be, and so does the quote that was accepted;
 * and what is charged beside periods and increases is what a model says that reckons seat by seat. R30, R31, R33, R37, R58
 */
class FeedPropertyIT {
    private static final Instant USUAL = Instant.parse("2026-03-10T09:00:00Z");

    private final SetClock clock = Desk.open().clock();

    /** What is done in a history, and how much of it. */
    record Step(Kind kind, int size) {}

    private enum Kind {
        RAISE,
        CORRECT,
        BILLED,
        CREDITED,
        PRICE,
        FIRST_PRICE,
        AGREE,
        COUNTER,
        WITHDRAW,
        ADD_USER,
        DEACTIVATE,
        ACTIVATE,
        DELETE,
        MOVE,
        DAYS,
        MONTH
    }

    @AfterTry
    void let_the_clock_stand_as_others_know_it() {
        clock.set(USUAL);
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void the_last_event_says_how_things_stand(
            @ForAll("starts") Instant start,
            @ForAll("contracts") Contract contract,
            @ForAll("steps") List<Step> steps) {
        clock.set(start);
        LocalDate today = start.atZone(contract.zone()).toLocalDate();
        LocalDate renewsOn = new ModelCalendar(contract.renewsOn(), contract.period()).next(today);
        History history = new History(
                DrawnContracts.renewing(contract, renewsOn), new ModelCalendar(renewsOn, contract.period()), today);
        history.check();
        steps.forEach(step -> {
            history.take(step);
            history.check();
        });
    }

    /** A tenant, and what it is charged beside periods, seat by seat. */
    private final class History {
        private final BilledTenant tenant;
        private final ModelCalendar calendar;
        private final int decimals;
        private final Map<LocalDate, BigDecimal> prices = new HashMap<>();
        private final List<Charged> charged = new ArrayList<>();
        private final Set<UserId> active = new LinkedHashSet<>();
        private final Set<UserId> inactive = new LinkedHashSet<>();
        private Optional<ReductionRequest> request = Optional.empty();
        private LocalDate period;
        private ZoneId zone;
        private int users;

        /** A line of the running period; which of its seats were not given back, and what of its amount is left. */
        private final class Charged {
            final LocalDate from;
            final Set<Integer> seats = new LinkedHashSet<>();
            final int all;
            final List<Map.Entry<LocalDate, Integer>> backs = new ArrayList<>();
            final boolean inAdvance;

            Charged(LocalDate from, int above, int upTo, boolean inAdvance) {
                this.from = from;
                this.all = upTo - above;
                this.inAdvance = inAdvance;
                for (int seat = above + 1; seat <= upTo; seat++) {
                    seats.add(seat);
                }
            }

            @Nullable BigDecimal amount() {
                return share(all, from);
            }

            /** What the next invoice has of it: the charge, less what was given back; of a period the latter alone. */
            @Nullable BigDecimal due() {
                BigDecimal amount = amount();
                if (amount == null) {
                    return inAdvance && backs.isEmpty() ? BigDecimal.ZERO : null;
                }
                BigDecimal left = amount;
                for (Map.Entry<LocalDate, Integer> back : backs) {
                    BigDecimal share = share(back.getValue(), back.getKey());
                    left = left.subtract(left.min(share == null ? BigDecimal.ZERO : share));
                }
                return inAdvance ? left.subtract(amount) : left;
            }
        }

        History(Contract contract, ModelCalendar calendar, LocalDate created) {
            this.tenant = BilledTenant.create(contract);
            this.calendar = calendar;
            this.zone = contract.zone();
            this.decimals = Currency.getInstance(contract.currency()).getDefaultFractionDigits();
            this.period = calendar.start(created);
            contract.price().ifPresent(price -> prices.put(period, new BigDecimal(price)));
            if (contract.firstPeriodBilled()) {
                charged.add(new Charged(created, 0, contract.maximum(), false));
            }
        }

        void take(Step step) {
            int maximum = tenant.maximum();
            int size = step.size();
            switch (step.kind()) {
                case RAISE -> raise(maximum + size);
                case CORRECT -> tenant.correct(size * 2, Settlement.NONE);
                case BILLED -> bill(maximum, maximum + size);
                case CREDITED -> credit(maximum, Math.max(0, maximum - size));
                case PRICE -> price(calendar.next(today()), size);
                case FIRST_PRICE -> firstPrice(size);
                case AGREE -> agree(Math.max(1, maximum - size));
                case COUNTER -> counter(Math.max(1, maximum - size));
                case WITHDRAW -> withdraw();
                case ADD_USER -> addUser();
                case DEACTIVATE -> active.stream().findFirst().ifPresent(this::deactivate);
                case ACTIVATE -> activate();
                case DELETE ->
                    active.stream().findFirst().ifPresent(user -> {
                        tenant.delete(user);
                        active.remove(user);
                    });
                case MOVE -> move(size);
                case DAYS -> pass(size);
                case MONTH -> pass(31);
            }
        }

        void check() {
            Quote.NextInvoice next = tenant.forecast();
            BillingEvent last = tenant.last();
            assertThat(last.nextInvoice()).isEqualTo(next);
            assertThat(last.maximum()).isEqualTo(tenant.maximum());
            assertThat(next.date()).isEqualTo(calendar.next(today()));
            assertThat(tenant.amount(next.amount()).orElse(null)).isEqualTo(expected());
            if (!tenant.documents().isEmpty()) {
                assertThat(tenant.documents())
                        .extracting(ClosedInvoice::number)
                        .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(
                                        1, tenant.documents().size())
                                .boxed()
                                .toList());
            }
        }

        private @Nullable BigDecimal expected() {
            BigDecimal price = priceOn(calendar.next(today()));
            if (price == null) {
                return null;
            }
            int seats = tenant.next().lines().get(0).seats();
            BigDecimal sum = price.multiply(BigDecimal.valueOf(seats)).setScale(decimals, RoundingMode.UNNECESSARY);
            for (Charged each : charged) {
                BigDecimal due = each.due();
                if (due == null) {
                    return null;
                }
                sum = sum.add(due);
            }
            return sum;
        }

        private void raise(int to) {
            int from = tenant.maximum();
            Quote quote = tenant.raise(to);
            assertThat(quote.nextInvoice()).isEqualTo(tenant.forecast());
            charged.add(new Charged(today(), from, to, false));
            request = Optional.empty();
        }

        private void bill(int from, int to) {
            tenant.correct(to, Settlement.BILLED);
            charged.add(new Charged(today(), from, to, false));
        }

        /** Each seat that goes takes the newest line that it is on and that did not give it back. */
        private void credit(int from, int to) {
            tenant.correct(to, Settlement.CREDITED);
            if (to == from) {
                return;
            }
            Map<Charged, List<Integer>> back = new HashMap<>();
            for (int seat = from; seat > to; seat--) {
                for (int i = charged.size() - 1; i >= 0; i--) {
                    if (charged.get(i).seats.remove(seat)) {
                        back.computeIfAbsent(charged.get(i), any -> new ArrayList<>())
                                .add(seat);
                        break;
                    }
                }
            }
            back.forEach((line, seats) -> runs(seats).forEach(run -> line.backs.add(Map.entry(today(), run))));
        }

        /** How many seats of each run without a gap, the highest first. */
        private static List<Integer> runs(List<Integer> seats) {
            List<Integer> runs = new ArrayList<>();
            for (int i = 0; i < seats.size(); i++) {
                if (i > 0 && seats.get(i - 1) == seats.get(i) + 1) {
                    runs.set(runs.size() - 1, runs.get(runs.size() - 1) + 1);
                } else {
                    runs.add(1);
                }
            }
            return runs;
        }

        private void price(LocalDate from, int size) {
            String perSeat = new BigDecimal(size * 137L).movePointLeft(decimals).toPlainString();
            tenant.price(perSeat, from);
            prices.put(from, new BigDecimal(perSeat));
        }

        private void firstPrice(int size) {
            if (priceOn(period) == null) {
                long documents = tenant.documents().size();
                boolean closed = tenant.closed().stream()
                        .anyMatch(invoice -> invoice.date().equals(period));
                price(period, size);
                assertThat(tenant.documents()).hasSize(Math.toIntExact(documents + (closed ? 1 : 0)));
            }
        }

        private void agree(int to) {
            if (request.isEmpty() && to < tenant.maximum()) {
                request = Optional.of(
                        tenant.requests().agree(to, calendar.next(today()).toString()));
            }
        }

        private void counter(int to) {
            if (request.isEmpty() && to < tenant.maximum()) {
                ReductionRequest countered =
                        tenant.requests().counter(to, to, calendar.next(today()).toString());
                tenant.requests().acceptCounter(countered);
                request = Optional.of(countered);
            }
        }

        private void withdraw() {
            if (tenant.requests().agreed().isPresent()) {
                tenant.requests().withdraw(request.orElseThrow());
            }
            if (tenant.requests().agreed().isEmpty()) {
                request = Optional.empty();
            }
        }

        private void addUser() {
            if (tenant.figures().available() > 0) {
                users++;
                active.add(tenant.addUser("user" + users));
            }
        }

        private void deactivate(UserId user) {
            tenant.deactivate(user);
            active.remove(user);
            inactive.add(user);
        }

        private void activate() {
            if (tenant.figures().available() > 0) {
                inactive.stream().findFirst().ifPresent(user -> {
                    tenant.activate(user);
                    inactive.remove(user);
                    active.add(user);
                });
            }
        }

        /** While nothing was charged by the days of the time zone. */
        private void move(int size) {
            ZoneId other = List.of(ZoneId.of("Pacific/Kiritimati"), ZoneId.of("UTC"), ZoneId.of("Pacific/Pago_Pago"))
                    .get(size % 3);
            try {
                tenant.moveTo(other);
                zone = other;
            } catch (RuleViolation e) {
                assertThat(e.refusal()).isEqualTo(Refusal.TIME_ZONE_SETTLED);
                assertThat(other).isNotEqualTo(zone);
            }
        }

        private void pass(int days) {
            clock.pass(Duration.ofDays(days));
            close();
        }

        /** The job comes at once, and a period begins for what is held then. */
        private void close() {
            tenant.closeDue(clock.now());
            LocalDate running = calendar.start(today());
            if (!running.equals(period)) {
                period = running;
                charged.clear();
                int seats = tenant.closed(period).lines().get(0).seats();
                charged.add(new Charged(period, 0, seats, true));
            }
            if (tenant.requests().agreed().isEmpty()) {
                request = Optional.empty();
            }
        }

        private @Nullable BigDecimal share(int seats, LocalDate from) {
            BigDecimal price = priceOn(calendar.start(from));
            return price == null
                    ? null
                    : price.multiply(BigDecimal.valueOf(seats))
                            .multiply(BigDecimal.valueOf(calendar.daysLeft(from)))
                            .divide(BigDecimal.valueOf(calendar.daysOfPeriod(from)), new MathContext(60))
                            .setScale(decimals, RoundingMode.HALF_EVEN);
        }

        private @Nullable BigDecimal priceOn(LocalDate day) {
            return prices.entrySet().stream()
                    .filter(entry -> !entry.getKey().isAfter(day))
                    .max(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .orElse(null);
        }

        private LocalDate today() {
            LocalDate today = clock.now().atZone(zone).toLocalDate();
            LocalDate billed = tenant.billedOn();
            return today.isBefore(billed) ? billed : today;
        }
    }

    @Provide
    Arbitrary<Instant> starts() {
        return DrawnContracts.starts(2027, 2);
    }

    @Provide
    Arbitrary<Contract> contracts() {
        return DrawnContracts.contracts(20, 9_999, 0.6, Arbitraries.of(true, false), List.of("UTC", "Europe/Berlin"));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Kind> kind = Arbitraries.frequency(
                Tuple.of(4, Kind.RAISE),
                Tuple.of(2, Kind.CORRECT),
                Tuple.of(3, Kind.BILLED),
                Tuple.of(5, Kind.CREDITED),
                Tuple.of(1, Kind.PRICE),
                Tuple.of(2, Kind.FIRST_PRICE),
                Tuple.of(4, Kind.AGREE),
                Tuple.of(1, Kind.COUNTER),
                Tuple.of(2, Kind.WITHDRAW),
                Tuple.of(5, Kind.ADD_USER),
                Tuple.of(3, Kind.DEACTIVATE),
                Tuple.of(2, Kind.ACTIVATE),
                Tuple.of(2, Kind.DELETE),
                Tuple.of(1, Kind.MOVE),
                Tuple.of(5, Kind.DAYS),
                Tuple.of(1, Kind.MONTH));
        return Combinators.combine(kind, Arbitraries.integers().between(1, 12))
                .as(Step::new)
                .list()
                .ofSize(30);
    }
}
