package org.licencedesk.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Role;
import org.licencedesk.record.ledger.Ledger;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.allowance.AcceptedIncrease;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.RaiseAllowance;
import org.licencedesk.seats.terms.TermsLibrary;

// R29
class AcceptanceEvidenceIT {
    private final Desk desk = Desk.open();
    private final AcceptanceEvidence evidence = desk.bean(AcceptanceEvidence.class);
    private final TestTenant tenant = TestTenant.of(3);
    private final Actor ada = Actor.user(tenant.id(), tenant.firstAdmin().id(), Role.SYSTEM_ADMIN);

    @Test
    void says_who_accepted_what_when_where_and_in_which_words() {
        Quote quote = raise(5, ada);

        EvidenceText found = get(newest().increase().id());

        assertThat(found.evidence().increase().charged()).isEqualTo(quote);
        assertThat(found.evidence().increase().shown()).contains(quote);
        assertThat(found.evidence().increase().shownOtherwise()).isEmpty();
        assertThat(found.evidence().increase().raisedFrom()).isEqualTo(3);
        assertThat(found.evidence().increase().at()).isEqualTo(desk.clock().now());
        assertThat(found.evidence().increase().door()).isEqualTo(Door.UI);
        assertThat(found.evidence().person())
                .contains(new Person(tenant.firstAdmin().id(), "first.admin", "FIRST.ADMIN"));
        TermsLibrary terms = desk.bean(TermsLibrary.class);
        assertThat(found.text())
                .isEqualTo(desk.commit(() -> terms.version(quote.terms().version()))
                        .text());
        assertThat(found.textMatches()).isTrue();
    }

    @Test // R32
    void keeps_what_was_shown_beside_what_is_charged() {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        Quote shown = desk.commit(() -> adjustment.quote(tenant.id(), 5, ada));
        desk.clock().pass(Duration.ofDays(1));
        Quote fresh = desk.commit(() -> adjustment.quote(tenant.id(), 5, ada));

        raise(shown, ada);

        AcceptedIncrease increase = get(newest().increase().id()).evidence().increase();
        assertThat(increase.charged()).isEqualTo(fresh).isNotEqualTo(shown);
        assertThat(increase.shown()).contains(shown);
        assertThat(increase.shownOtherwise()).contains(shown);
    }

    @Test
    void a_token_is_nobody_in_person() {
        raise(4, tenant.admin());
        assertThat(newest().person()).isEmpty();
        assertThat(newest().increase().actor()).isEqualTo(tenant.admin().label());
    }

    @Test
    void they_are_listed_newest_first_page_by_page() {
        for (int maximum = 4; maximum <= 8; maximum++) {
            raise(maximum, ada);
        }
        List<Integer> maxima = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Optional<String> here = cursor;
            Page<Evidence> page = desk.commit(() -> evidence.list(tenant.id(), new PageRequest(here, 2), ada));
            page.items().forEach(each -> maxima.add(each.increase().charged().raiseTo()));
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(maxima).containsExactly(8, 7, 6, 5, 4);
    }

    @Test // R29, R38
    void the_entries_that_tell_of_an_acceptance_lead_to_it_also_where_a_maximum_comes_again() {
        raise(5, ada);
        UUID first = newest().increase().id();
        tenant.correct(3);
        desk.clock().set(desk.clock().now().plus(Duration.ofDays(40)));
        raise(5, ada);
        UUID second = newest().increase().id();
        List<LedgerEntry> entries = desk.commit(() -> desk.bean(Ledger.class).after(tenant.id(), 0, 50, ada))
                .items();

        Map<Long, UUID> told = desk.commit(() -> evidence.toldBy(tenant.id(), entries, ada));

        assertThat(entries.stream()
                        .filter(entry -> told.containsKey(entry.sequence()))
                        .map(entry -> entry.kind() + " " + told.get(entry.sequence())))
                .containsExactly(
                        "ALLOWANCE_RAISED " + first,
                        "TERMS_ACCEPTED " + first,
                        "ALLOWANCE_RAISED " + second,
                        "TERMS_ACCEPTED " + second);
    }

    @Test // R3
    void another_tenants_are_not_there() {
        raise(4, ada);
        UUID id = newest().increase().id();
        TestTenant other = TestTenant.of(3);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.run(() -> evidence.get(other.id(), id, other.admin())));
        assertThat(desk.commit(() -> evidence.has(other.id(), id))).isFalse();
        assertThat(desk.commit(() -> evidence.has(tenant.id(), id))).isTrue();
    }

    private Evidence newest() {
        return desk.commit(() -> evidence.list(tenant.id(), PageRequest.first(1), ada))
                .items()
                .get(0);
    }

    private EvidenceText get(UUID id) {
        return desk.commit(() -> evidence.get(tenant.id(), id, ada));
    }

    private Quote raise(int maximum, Actor actor) {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        Quote quote = desk.commit(() -> adjustment.quote(tenant.id(), maximum, actor));
        raise(quote, actor);
        return quote;
    }

    private void raise(Quote quote, Actor actor) {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        desk.run(() -> adjustment.raise(new RaiseAllowance(
                tenant.id(),
                quote.raiseTo(),
                Optional.of(new Consent(quote, true)),
                Expected.anything(),
                actor,
                Door.UI)));
    }
}
