package org.licencedesk.web.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The users of some tenants who are activated and deactivated in turn. Each worker has users of its own in every
 * tenant, so that it knows their status; all meet at the tenants' allowances.
 */
final class SeatHolders {

    /** One change to make: that user, to that status. */
    record Change(BenchTenant tenant, UUID user, boolean activate) {

        String status() {
            return activate ? "ACTIVE" : "INACTIVE";
        }
    }

    /** Enough of a large tenant, and no more of ten thousand than fit into memory. */
    private static final int MOST_USERS = 1_000_000;

    /** One of them. */
    record Holder(BenchTenant tenant, UUID user) {}

    private final List<BenchTenant> tenants;

    private final List<UUID[]> users = new ArrayList<>();

    private final List<BitSet[]> active = new ArrayList<>();

    /** Reads who is Active and who is Inactive now. */
    SeatHolders(Connection database, List<BenchTenant> tenants) throws SQLException {
        this.tenants = tenants;
        for (BenchTenant tenant : tenants) {
            read(database, tenant);
        }
    }

    private void read(Connection database, BenchTenant tenant) throws SQLException {
        List<UUID> found = new ArrayList<>();
        BitSet[] ofWorkers = new BitSet[Load.WORKERS];
        for (int i = 0; i < ofWorkers.length; i++) {
            ofWorkers[i] = new BitSet();
        }
        try (PreparedStatement select = database.prepareStatement("SELECT id, status FROM user_account"
                + " WHERE tenant_id = ? AND living = 1 AND role = 'STANDARD' AND status IN ('ACTIVE', 'INACTIVE')"
                + " LIMIT ?")) {
            select.setString(1, tenant.id().toString());
            select.setInt(2, MOST_USERS / tenants.size());
            ResultSet row = select.executeQuery();
            while (row.next()) {
                ofWorkers[found.size() % Load.WORKERS].set(
                        found.size() / Load.WORKERS, row.getString(2).equals("ACTIVE"));
                found.add(UUID.fromString(row.getString(1)));
            }
        }
        users.add(found.toArray(UUID[]::new));
        active.add(ofWorkers);
    }

    /** The next change for the worker to make; it is taken to succeed. */
    Change next(int worker) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int tenant = random.nextInt(tenants.size());
        UUID[] here = users.get(tenant);
        int place = random.nextInt(here.length / Load.WORKERS);
        BitSet own = active.get(tenant)[worker];
        own.flip(place);
        return new Change(tenants.get(tenant), here[place * Load.WORKERS + worker], own.get(place));
    }

    /** Anybody; the status stays as it is. */
    Holder any() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int tenant = random.nextInt(tenants.size());
        UUID[] here = users.get(tenant);
        return new Holder(tenants.get(tenant), here[random.nextInt(here.length)]);
    }
}
