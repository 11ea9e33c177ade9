package org.licencedesk.seats.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.licencedesk.harness.Desk;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserStatus;

/** Users of every status and role with names as they come, many of them the same, and instants that are the same. */
final class AwkwardUsers {
    private static final List<String> NAMES = List.of(
            "ada",
            "Adam",
            "ADELE",
            "ådne",
            "Äda",
            "a",
            "Zoë",
            "ZOE",
            "zoe\u0308 decomposed",
            "zö",
            "straße",
            "strasse",
            "50% off",
            "50 per cent",
            "50_off",
            "_under",
            "!bang",
            "%",
            "%%%",
            "O'Brien",
            "back\\slash",
            "\uD83D\uDE00 smile",
            "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
            "\uD83D\uDE01",
            "\u0645\u062D\u0645\u062F",
            "\u05D3\u05E0\u05D4",
            "席さん",
            "席",
            "ada  b",
            "ada\u00A0lovelace",
            "4711",
            "me@home");

    private static final List<UserStatus> STATUSES = List.of(UserStatus.values());

    private AwkwardUsers() {}

    /** Stores so many of them; about one in ten is a tombstone. Seats are not counted: only lists are looked at. */
    static void store(Desk desk, TenantId tenant, int many) {
        Random random = new Random(4711);
        UserAccounts accounts = desk.bean(UserAccounts.class);
        desk.run(() -> {
            for (int i = 0; i < many; i++) {
                UserAccount user = user(tenant, random, i);
                accounts.add(user);
                if (i % 10 == 9) {
                    accounts.bury(user);
                    user.delete(Instant.parse("2026-05-01T00:00:00Z"));
                }
            }
        });
        desk.run(() -> desk.entities()
                .createNativeQuery("update user_account set last_sign_in_at ="
                        + " date_add('2026-04-02', interval crc32(id) % 5 second)"
                        + " where tenant_id = ?1 and crc32(id) % 3 > 0")
                .setParameter(1, tenant.value())
                .executeUpdate());
    }

    private static UserAccount user(TenantId tenant, Random random, int i) {
        UserStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
        String name = NAMES.get(i % NAMES.size());
        String displayName = NAMES.get(random.nextInt(NAMES.size()));
        boolean hasEmail = status.isPerson() || random.nextBoolean();
        String local = random.nextInt(4) == 0 ? "ada%" + i : "m" + random.nextInt(50);
        return new UserAccount(
                tenant,
                new NewUser(
                        new UserName(name + i / NAMES.size()),
                        new DisplayName(displayName),
                        hasEmail ? Optional.of(new EmailAddress(local + "@example.org")) : Optional.empty(),
                        random.nextInt(4) == 0 ? Role.SYSTEM_ADMIN : Role.STANDARD,
                        status),
                Instant.parse("2026-04-01T00:00:00Z").plusNanos(1_000L * random.nextInt(40)));
    }

    /** @return all living users of the tenant, in no order */
    static List<User> living(Desk desk, TenantId tenant) {
        return new ArrayList<>(desk.commit(() -> desk.entities()
                .createQuery("from UserAccount where tenantId = :tenant and deletedAt is null", UserAccount.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .map(UserAccount::view)
                .toList()));
    }
}
