package org.licencedesk.people.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestDatabase;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.platform.Contention;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.RaiseAllowance;
import org.licencedesk.seats.profile.EditTenant;
import org.licencedesk.vendor.portfolio.Portfolio;
import org.licencedesk.vendor.portfolio.TenantState;

/** What a System Admin may say of their own system, and until when of its time zone. */
class CompanyDetailsIT {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Desk desk = Desk.open();
    private final CompanyDetails details = desk.bean(CompanyDetails.class);
    private final TestTenant tenant = createdOn("2026-03-10T09:00:00Z");

    private TestTenant createdOn(String instant) {
        desk.clock().set(Instant.parse(instant));
        return TestTenant.unfinished(3);
    }

    @Test // R28
    void name_and_time_zone_can_be_changed_in_the_beginning() {
        Company before = company();
        assertThat(before).isEqualTo(new Company("Test tenant", UTC, false, 0));
        change("Acme & Söhne", BERLIN, Expected.oneOf(Set.of(before.revision())));
        assertThat(company()).isEqualTo(new Company("Acme & Söhne", BERLIN, false, 1));
        change("Acme & Söhne", BERLIN, Expected.oneOf(Set.of(1L)));
        assertThat(company().revision()).isEqualTo(1);
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_overwritten() {
        long seen = company().revision();
        byVendor(Optional.of("By the vendor"), Optional.empty(), Expected.anything());
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> change("By the admin", UTC, Expected.oneOf(Set.of(seen))));
        assertThat(company().name()).isEqualTo("By the vendor");
        change("By the admin", UTC, Expected.anything());
        assertThat(company().name()).isEqualTo("By the admin");

        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> byVendor(Optional.of("Again"), Optional.empty(), Expected.oneOf(Set.of(seen))));
        assertThat(byVendor(Optional.of("Again"), Optional.empty(), Expected.oneOf(Set.of(seen + 2)))
                        .revision())
                .isEqualTo(seen + 3);
    }

    @Test
    void going_through_the_wizard_is_no_change_of_the_details() {
        long seen = company().revision();
        SetupProgress progress = desk.bean(SetupProgress.class);
        desk.run(() -> progress.reach(tenant.id(), SetupStep.COMPANY, tenant.admin()));
        change("Acme", UTC, Expected.oneOf(Set.of(seen)));
        assertThat(company().name()).isEqualTo("Acme");
    }

    @Test // R33
    void the_time_zone_stays_once_an_increase_was_confirmed() {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        desk.run(() -> adjustment.raise(new RaiseAllowance(
                tenant.id(),
                4,
                Optional.of(new Consent(adjustment.quote(tenant.id(), 4, tenant.admin()), true)),
                Expected.anything(),
                tenant.admin(),
                Door.UI)));
        assertThat(company().timeZoneSettled()).isTrue();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> change("Acme", BERLIN, Expected.anything()))
                .returns(Refusal.TIME_ZONE_SETTLED, RuleViolation::refusal);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> byVendor(Optional.of("Acme"), Optional.of(BERLIN), Expected.anything()))
                .returns(Refusal.TIME_ZONE_SETTLED, RuleViolation::refusal);
        assertThat(company().name()).isEqualTo("Test tenant");
        change("Acme", UTC, Expected.anything());
        assertThat(company().name()).isEqualTo("Acme");
    }

    @Test // R33
    void the_time_zone_stays_from_the_day_of_the_first_invoice_on_in_the_old_zone_and_in_the_new() {
        desk.clock().set(Instant.parse("2026-03-31T21:59:59Z"));
        change("Acme", BERLIN, Expected.anything());
        desk.clock().set(Instant.parse("2026-03-31T22:00:00Z"));
        assertThat(company().timeZoneSettled()).isTrue();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> change("Acme", UTC, Expected.anything()))
                .returns(Refusal.TIME_ZONE_SETTLED, RuleViolation::refusal);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> byVendor(Optional.empty(), Optional.of(UTC), Expected.anything()))
                .returns(Refusal.TIME_ZONE_SETTLED, RuleViolation::refusal);
        byVendor(Optional.of("Renamed"), Optional.of(BERLIN), Expected.anything());

        TestTenant inUtc = createdOn("2026-03-10T09:00:00Z");
        desk.clock().set(Instant.parse("2026-03-31T22:00:00Z"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> desk.run(() -> details.change(
                        new ChangeCompany(inUtc.id(), "Acme", BERLIN, Expected.anything(), inUtc.admin()))))
                .returns(Refusal.TIME_ZONE_SETTLED, RuleViolation::refusal);
        desk.clock().set(Instant.parse("2026-03-31T21:59:59Z"));
        desk.run(() ->
                details.change(new ChangeCompany(inUtc.id(), "Acme", BERLIN, Expected.anything(), inUtc.admin())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void a_name_that_cannot_be_one_is_refused_at_its_field(String name) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> change(name, UTC, Expected.anything()))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("name"));
    }

    @Test // R1, R3
    void nobody_but_a_system_admin_of_the_tenant_sees_or_changes_them() {
        Actor standard = Actor.user(tenant.id(), tenant.firstAdmin().id(), Role.STANDARD);
        Actor stranger = TestTenant.of(1).admin();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> desk.commit(() -> details.of(tenant.id(), standard)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.commit(() -> details.of(tenant.id(), stranger)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.run(() ->
                        details.change(new ChangeCompany(tenant.id(), "Mine", UTC, Expected.anything(), stranger))));
        assertThat(company().name()).isEqualTo("Test tenant");
    }

    @Test // R33
    void the_vendor_waits_for_whoever_holds_the_allowance_as_the_wizard_does() throws Exception {
        desk.clock().set(Instant.parse("2026-03-10T09:00:00Z"));
        try (Connection other = TestDatabase.server().connect(Desk.DATABASE)) {
            other.setAutoCommit(false);
            try (PreparedStatement lock =
                    other.prepareStatement("select 1 from allowance where tenant_id = ? for update")) {
                lock.setObject(1, tenant.id().value());
                lock.executeQuery().close();
            }
            assertThatException()
                    .isThrownBy(() -> byVendor(Optional.empty(), Optional.of(BERLIN), Expected.anything()))
                    .matches(Contention::isLockTimeout);
        }
        byVendor(Optional.empty(), Optional.of(BERLIN), Expected.anything());
        assertThat(company().timeZone()).isEqualTo(BERLIN);
    }

    private TenantState byVendor(Optional<String> name, Optional<ZoneId> zone, Expected expected) {
        return desk.commit(() -> desk.bean(Portfolio.class)
                .edit(new EditTenant(
                        tenant.id(), name, zone, Optional.empty(), Optional.empty(), expected, TestTenant.OPERATOR)));
    }

    private Company company() {
        return desk.commit(() -> details.of(tenant.id(), tenant.admin()));
    }

    private void change(String name, ZoneId zone, Expected expected) {
        desk.run(() -> details.change(new ChangeCompany(tenant.id(), name, zone, expected, tenant.admin())));
    }
}
