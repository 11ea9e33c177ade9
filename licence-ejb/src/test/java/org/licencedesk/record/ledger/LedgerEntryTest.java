package org.licencedesk.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.licencedesk.kernel.Act;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.LedgerEvent;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Figures;

// R38
class LedgerEntryTest {
    private static final Instant NOW = Instant.parse("2026-04-16T09:00:00Z");
    private static final TenantId TENANT = TenantId.create();
    private static final UserId USER = UserId.create();
    private static final Actor ACTOR = Actor.user(TENANT, UserId.create(), Role.SYSTEM_ADMIN);
    private static final Figures FIGURES = new Figures(10, 9);

    private final LedgerEvent told = new LedgerEvent(
            TENANT,
            EntryKind.SEAT_TAKEN,
            Optional.of(USER),
            Optional.of(UserStatus.ACTIVE),
            Optional.of(Role.STANDARD),
            Optional.of(new Reason("because")),
            new Act(ACTOR, Door.UI, NOW));

    @Test
    void follows_the_entry_before() {
        LedgerEntry first = LedgerEntry.following(0, NOW, LedgerEntry.NONE, told, FIGURES);
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.previousHash()).isEqualTo(new byte[32]);
        LedgerEntry second = LedgerEntry.following(first.sequence(), first.at(), first.hash(), told, FIGURES);
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(second.hash()).hasSize(32).isNotEqualTo(first.hash());
    }

    @Test
    void says_who_what_when_and_by_which_door() {
        LedgerEntry entry = LedgerEntry.following(6, NOW.minusSeconds(1), LedgerEntry.NONE, told, FIGURES);
        assertThat(entry.sequence()).isEqualTo(7);
        assertThat(entry.at()).isEqualTo(NOW);
        assertThat(entry.actor()).isEqualTo("user:" + ACTOR.user().orElseThrow());
        assertThat(entry.door()).isEqualTo(Door.UI);
        assertThat(entry.kind()).isEqualTo(EntryKind.SEAT_TAKEN);
        assertThat(entry.user()).contains(USER);
        assertThat(entry.status()).contains(UserStatus.ACTIVE);
        assertThat(entry.role()).contains(Role.STANDARD);
        assertThat(entry.reason()).contains(new Reason("because"));
        assertThat(entry.figures()).isEqualTo(FIGURES);
    }

    @Test
    void is_never_before_the_entry_before() {
        Instant later = NOW.plusSeconds(5);
        assertThat(LedgerEntry.following(1, later, LedgerEntry.NONE, told, FIGURES)
                        .at())
                .isEqualTo(later);
        assertThat(LedgerEntry.following(1, NOW, LedgerEntry.NONE, told, FIGURES)
                        .at())
                .isEqualTo(NOW);
    }

    @Test
    void anything_that_is_altered_changes_the_hash() {
        byte[] otherHash = new byte[32];
        otherHash[0] = 1;
        Optional<UserId> user = told.user();
        Optional<UserStatus> status = told.status();
        Optional<Role> role = told.role();
        Optional<Reason> reason = told.reason();
        List<LedgerEntry> entries = List.of(
                entry(0, LedgerEntry.NONE, told, FIGURES),
                entry(1, LedgerEntry.NONE, told, FIGURES),
                entry(0, otherHash, told, FIGURES),
                entry(0, LedgerEntry.NONE, told, new Figures(11, 9)),
                entry(0, LedgerEntry.NONE, told, new Figures(10, 10)),
                entry(0, LedgerEntry.NONE, told, new Figures(109, 0)),
                entry(event(TenantId.create(), EntryKind.SEAT_TAKEN, user, status, role, reason, ACTOR, Door.UI)),
                entry(event(TENANT, EntryKind.SEAT_RELEASED, user, status, role, reason, ACTOR, Door.UI)),
                entry(event(
                        TENANT,
                        EntryKind.SEAT_TAKEN,
                        Optional.of(UserId.create()),
                        status,
                        role,
                        reason,
                        ACTOR,
                        Door.UI)),
                entry(event(TENANT, EntryKind.SEAT_TAKEN, Optional.empty(), status, role, reason, ACTOR, Door.UI)),
                entry(event(
                        TENANT,
                        EntryKind.SEAT_TAKEN,
                        user,
                        Optional.of(UserStatus.LOCKED),
                        role,
                        reason,
                        ACTOR,
                        Door.UI)),
                entry(event(
                        TENANT,
                        EntryKind.SEAT_TAKEN,
                        user,
                        status,
                        Optional.of(Role.SYSTEM_ADMIN),
                        reason,
                        ACTOR,
                        Door.UI)),
                entry(event(
                        TENANT,
                        EntryKind.SEAT_TAKEN,
                        user,
                        status,
                        role,
                        Optional.of(new Reason("Because")),
                        ACTOR,
                        Door.UI)),
                entry(event(TENANT, EntryKind.SEAT_TAKEN, user, status, role, Optional.empty(), ACTOR, Door.UI)),
                entry(event(TENANT, EntryKind.SEAT_TAKEN, user, status, role, reason, Actor.installation(), Door.UI)),
                entry(event(TENANT, EntryKind.SEAT_TAKEN, user, status, role, reason, ACTOR, Door.WIZARD)),
                LedgerEntry.following(0, NOW.plusNanos(1_000), LedgerEntry.NONE, told, FIGURES));
        assertThat(entries).map(LedgerEntry::hash).doesNotHaveDuplicates();
        assertThat(entry(told).hash()).isEqualTo(entries.get(0).hash());
    }

    private static LedgerEntry entry(LedgerEvent told) {
        return entry(0, LedgerEntry.NONE, told, FIGURES);
    }

    private static LedgerEntry entry(long lastSequence, byte[] lastHash, LedgerEvent told, Figures figures) {
        return LedgerEntry.following(lastSequence, NOW, lastHash, told, figures);
    }

    private static LedgerEvent event(
            TenantId tenant,
            EntryKind kind,
            Optional<UserId> user,
            Optional<UserStatus> status,
            Optional<Role> role,
            Optional<Reason> reason,
            Actor actor,
            Door door) {
        return new LedgerEvent(tenant, kind, user, status, role, reason, new Act(actor, door, NOW));
    }
}
