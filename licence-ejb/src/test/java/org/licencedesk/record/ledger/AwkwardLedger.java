package org.licencedesk.record.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Act;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.LedgerEvent;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Allowances;

/** Entries of every kind and door, about some users and about none, several of them at one instant. */
final class AwkwardLedger {
    /** When the first of them is written. */
    static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    /** What lies between two instants. */
    static final Duration STEP = Duration.ofMinutes(10);

    private AwkwardLedger() {}

    /** Writes so many, four at each instant. */
    static void write(Desk desk, TestTenant tenant, List<UserId> users, int many) {
        Random random = new Random(4711);
        LedgerKeeper keeper = desk.bean(LedgerKeeper.class);
        desk.run(() -> {
            desk.bean(Allowances.class).lock(tenant.id());
            for (int i = 0; i < many; i++) {
                Instant at = START.plus(STEP.multipliedBy(i / 4));
                keeper.on(new LedgerEvent(
                        tenant.id(),
                        one(List.of(EntryKind.values()), random),
                        random.nextInt(3) == 0 ? Optional.empty() : Optional.of(one(users, random)),
                        Optional.of(UserStatus.INACTIVE),
                        Optional.of(Role.STANDARD),
                        Optional.of(new Reason("entry " + i)),
                        new Act(tenant.admin(), one(List.of(Door.values()), random), at)));
            }
        });
    }

    private static <T> T one(List<T> things, Random random) {
        return things.get(random.nextInt(things.size()));
    }
}
