package org.licencedesk.vendor.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.ClockAt;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.NotAReduction;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.pricing.PriceSetting;
import org.licencedesk.seats.pricing.SetPrice;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.ReductionRequesting;
import org.licencedesk.seats.request.RequestReduction;
import org.licencedesk.seats.tenant.AccountManagers;
import org.licencedesk.seats.tenant.Contact;
import org.licencedesk.seats.tenant.NotARenewalDate;
import org.licencedesk.seats.tenant.Tenants;

/** What account managers see of their portfolio (R2, R3). */
@ClockAt(PortfolioOverviewIT.BEGIN)
class PortfolioOverviewIT {
    static final String BEGIN = "2026-03-10T09:00:00Z";

    private static final Instant TODAY = Instant.parse(BEGIN);
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");

    private final Desk desk = Desk.open();
    private final PortfolioOverview overview = desk.bean(PortfolioOverview.class);

    @Test // R2
    void the_systems_that_wait_for_the_manager_come_first_then_the_others_by_name() {
        Actor manager = manager("first");
        system(manager, "Alder", 10);
        system(manager, "birch", 10);
        TestTenant cedar = system(manager, "Cedar", 10);
        system(manager("second"), "Aspen", 10);
        ReductionRequest open = ask(cedar, 8);

        SystemList all = list(manager, "", false, SystemSort.BY_REQUEST, 1);
        assertThat(names(all)).containsExactly("Cedar", "Alder", "birch");
        assertThat(all.count()).isEqualTo(3);
        assertThat(all.waiting()).isEqualTo(1);
        assertThat(all.items()).extracting(SystemOverview::openRequest).startsWith(Optional.of(open), Optional.empty());
        assertThat(all.items())
                .allSatisfy(system -> assertThat(system.lastChange().figures())
                        .isEqualTo(system.tenant().figures()));
        assertThat(names(list(manager, "", true, SystemSort.BY_REQUEST, 1))).containsExactly("Cedar");

        desk.commit(() -> desk.bean(ReductionRequesting.class).withdraw(cedar.id(), open.id(), cedar.admin()));
        assertThat(names(list(manager, "", false, SystemSort.BY_REQUEST, 1)))
                .containsExactly("Alder", "birch", "Cedar");
    }

    @Test
    void systems_are_found_by_a_part_of_the_name_or_the_slug_and_no_letter_of_it_is_a_wildcard() {
        Actor manager = manager("finder");
        TestTenant alder = system(manager, "Alder 100% & Sons", 10);
        system(manager, "Birch_wood", 10);

        assertThat(names(list(manager, "ALDER", false, SystemSort.BY_REQUEST, 1)))
                .containsExactly("Alder 100% & Sons");
        assertThat(names(list(manager, "00%", false, SystemSort.BY_REQUEST, 1))).containsExactly("Alder 100% & Sons");
        assertThat(names(list(manager, "_", false, SystemSort.BY_REQUEST, 1))).containsExactly("Birch_wood");
        assertThat(names(list(manager, slug(manager, alder).toUpperCase(Locale.ROOT), false, SystemSort.BY_REQUEST, 1)))
                .containsExactly("Alder 100% & Sons");
        assertThat(names(list(manager, "nobody", false, SystemSort.BY_REQUEST, 1)))
                .isEmpty();
    }

    @Test
    void each_order_is_kept_from_page_to_page_and_behind_the_last_page_is_the_last_one() {
        Actor manager = manager("pages");
        TestTenant roomy = system(manager, "Roomy", 100);
        system(manager, "Tight", 1);
        TestTenant over = system(manager, "Over", 2);
        over.add(TestTenant.person("other", Role.STANDARD, UserStatus.ACTIVE));
        over.correct(1);
        desk.clock().set(TODAY.plusSeconds(60));
        roomy.correct(90);

        SystemSort fullest = new SystemSort(SystemSort.Key.USED, true);
        assertThat(names(list(manager, "", false, fullest, 1))).containsExactly("Over", "Tight", "Roomy");
        assertThat(names(list(manager, "", false, new SystemSort(SystemSort.Key.LAST_CHANGE, true), 1)))
                .startsWith("Roomy");
        assertThat(names(list(manager, "", false, new SystemSort(SystemSort.Key.NAME, true), 1)))
                .containsExactly("Tight", "Roomy", "Over");

        SystemList last =
                desk.commit(() -> overview.list(new SystemQuery(Optional.empty(), false, fullest, 9, 2), manager));
        assertThat(names(last)).containsExactly("Roomy");
        assertThat(last.page()).isEqualTo(2);
        assertThat(last.pages()).isEqualTo(2);
    }

    @Test
    void a_list_takes_as_many_statements_however_long_it_is() {
        Actor manager = manager("statements");
        for (String name : List.of("A", "B", "C", "D")) {
            ask(system(manager, name, 10), 5);
        }
        int one = statements(manager, 1);
        assertThat(statements(manager, 4)).isEqualTo(one);
    }

    @Test // R3
    void a_system_of_another_manager_is_not_there() {
        Actor manager = manager("mine");
        Actor other = manager("theirs");
        String slug = slug(other, system(other, "Theirs", 10));

        assertThat(show(other, slug).tenant().profile().name()).isEqualTo("Theirs");
        assertThatThrownBy(() -> show(manager, slug)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> show(manager, "no-such-system")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> effect(manager, slug, 8, APRIL)).isInstanceOf(NotFound.class);
    }

    @Test // R1, R2
    void nobody_of_a_tenant_looks_at_a_portfolio() {
        Actor manager = manager("alone");
        TestTenant system = system(manager, "Alone", 10);
        String slug = slug(manager, system);
        assertThatThrownBy(() -> show(system.admin(), slug)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> effect(system.admin(), slug, 8, APRIL)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> list(system.admin(), "", false, SystemSort.BY_REQUEST, 1))
                .isInstanceOf(Forbidden.class);
    }

    @Test // R2
    void an_operator_looks_at_every_system_and_decides_nothing() {
        Actor manager = manager("overseen");
        String slug = slug(manager, system(manager, "Overseen by one", 10));
        system(manager("other"), "Overseen by another", 10);

        assertThat(names(list(TestTenant.OPERATOR, "Overseen by", false, SystemSort.BY_REQUEST, 1)))
                .containsExactly("Overseen by another", "Overseen by one");
        assertThat(show(TestTenant.OPERATOR, slug).priceDates()).startsWith(APRIL);
        assertThatThrownBy(() -> effect(TestTenant.OPERATOR, slug, 8, APRIL)).isInstanceOf(Forbidden.class);
    }

    @Test // R33
    void a_first_price_can_hold_from_the_beginning_of_the_running_period() {
        Actor manager = manager("unpriced");
        TestTenant system = TestTenant.of(10, Optional.empty(), Optional.of(APRIL), ZoneId.of("UTC"));
        desk.run(() -> desk.bean(Tenants.class)
                .edit(system.id(), Optional.empty(), Optional.empty(), Optional.empty(), manager.manager()));
        assertThat(show(manager, slug(manager, system)).priceDates()).startsWith(LocalDate.parse("2026-03-01"), APRIL);
    }

    @Test // R2, R30
    void a_system_shows_its_prices_requests_last_changes_and_renewal_dates() {
        Actor manager = manager("detail");
        TestTenant system = system(manager, "Detail", 10);
        String slug = slug(manager, system);
        LocalDate may = LocalDate.parse("2026-05-01");
        desk.commit(
                () -> desk.bean(PriceSetting.class).set(new SetPrice(system.id(), "13.50", may, TestTenant.OPERATOR)));
        ReductionRequest withdrawn = ask(system, 9);
        desk.commit(() -> desk.bean(ReductionRequesting.class).withdraw(system.id(), withdrawn.id(), system.admin()));
        ReductionRequest open = ask(system, 8);

        SystemDetail detail = show(manager, slug);
        assertThat(detail.prices())
                .extracting(price -> price.from() + " " + price.perSeat().amount())
                .containsExactly("2026-05-01 13.50", "2026-03-01 12.00");
        assertThat(detail.openRequest()).contains(open);
        assertThat(detail.endedRequests()).extracting(ReductionRequest::id).containsExactly(withdrawn.id());
        assertThat(detail.lastChanges().get(0).figures()).isEqualTo(system.figures());
        assertThat(detail.renewals()).startsWith(APRIL, may).hasSize(12);
    }

    @Test // R30, R31
    void the_effect_of_a_reduction_is_reckoned_at_the_price_of_its_date() {
        Actor manager = manager("effect");
        TestTenant system = system(manager, "Effect", 10);
        system.add(TestTenant.person("other", Role.STANDARD, UserStatus.ACTIVE));
        String slug = slug(manager, system);
        LocalDate may = LocalDate.parse("2026-05-01");
        desk.commit(
                () -> desk.bean(PriceSetting.class).set(new SetPrice(system.id(), "13.50", may, TestTenant.OPERATOR)));

        ReductionEffect april = effect(manager, slug, 8, APRIL);
        assertThat(april.lowersBy().map(Money::amount)).hasToString("Optional[24.00]");
        assertThat(april.mustFree()).isZero();
        ReductionEffect later = effect(manager, slug, 1, may);
        assertThat(later.lowersBy().map(Money::amount)).hasToString("Optional[121.50]");
        assertThat(later.mustFree()).isEqualTo(1);

        assertThatThrownBy(() -> effect(manager, slug, 10, APRIL)).isInstanceOf(NotAReduction.class);
        assertThatThrownBy(() -> effect(manager, slug, 8, APRIL.plusDays(1))).isInstanceOf(NotARenewalDate.class);
        assertThat(system.figures().maximum()).isEqualTo(10);
    }

    private Actor manager(String name) {
        return Actor.manager(desk.commit(() -> desk.bean(AccountManagers.class)
                .add(new Contact(name, name + "@portfolio.example", "1"), TODAY)
                .id()));
    }

    private TestTenant system(Actor manager, String name, int seats) {
        TestTenant tenant = TestTenant.of(seats, Optional.of("12.00"), Optional.of(APRIL), ZoneId.of("UTC"));
        ManagerId id = manager.manager().orElseThrow();
        desk.run(() -> desk.bean(Tenants.class)
                .edit(tenant.id(), Optional.of(name), Optional.empty(), Optional.empty(), Optional.of(id)));
        return tenant;
    }

    private ReductionRequest ask(TestTenant tenant, int maximum) {
        RequestReduction command = new RequestReduction(
                tenant.id(), maximum, Optional.empty(), new Reason("Two sites closed"), List.of(), tenant.admin());
        return desk.commit(() -> desk.bean(ReductionRequesting.class).request(command));
    }

    private SystemList list(Actor actor, String text, boolean waiting, SystemSort sort, int page) {
        Optional<String> wanted = Optional.of(text).filter(letters -> !letters.isEmpty());
        return desk.commit(() -> overview.list(new SystemQuery(wanted, waiting, sort, page, 20), actor));
    }

    private SystemDetail show(Actor actor, String slug) {
        return desk.commit(() -> overview.show(slug, actor));
    }

    private ReductionEffect effect(Actor actor, String slug, int maximum, LocalDate date) {
        return desk.commit(() -> overview.effect(slug, new Reduction(maximum, date), actor));
    }

    private String slug(Actor manager, TestTenant tenant) {
        return list(manager, "", false, SystemSort.BY_REQUEST, 1).items().stream()
                .map(system -> system.tenant().profile())
                .filter(profile -> profile.id().equals(tenant.id()))
                .findFirst()
                .orElseThrow()
                .slug()
                .text();
    }

    private int statements(Actor manager, int size) {
        SystemQuery query = new SystemQuery(Optional.empty(), false, SystemSort.BY_REQUEST, 1, size);
        return desk.statementsOf(() -> desk.commit(() -> overview.list(query, manager)))
                .size();
    }

    private static List<String> names(SystemList list) {
        return list.items().stream()
                .map(system -> system.tenant().profile().name())
                .toList();
    }
}
