package org.licencedesk.seats.change;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.Settings;
import org.licencedesk.seats.change.Candidate.Why;
import org.licencedesk.seats.directory.SeatHolders;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserAccount;

/** Names who could give up a seat, before another one is bought. */
@Stateless
public class SeatCandidates {

    /** How many are named where nobody asks for another number. */
    public static final int USUAL = 5;

    /** Who was added, enabled or given another status since may well be about to need the seat. */
    private static final Duration SPARED_FOR =
            Duration.ofDays(Settings.ofProcess().wholeNumber("licence.spared.days"));

    /** Of each kind, among so many of the likeliest, those are looked for who are not spared. */
    private static final int LOOKED_AT = 50;

    /** So many holders at most are nobody's candidates: the actor, and the last active System Admin. */
    private static final int SPARED = 2;

    @Inject
    private SeatHolders holders;

    @Inject
    private StatusPolicy policy;

    @Inject
    private TimeSource time;

    /**
     * The locked come first, locked longest before others; then who never signed in, added longest ago before others; then
     * everybody else by the last sign-in. The actor and the last active System Admin are not among them (R4).
     *
     * @param most how many at most, from 1
     * @return who could become Inactive, as things are now
     */
    public List<Candidate> find(TenantId tenant, int most, Actor actor) {
        Permission.MANAGE_USERS.require(actor, tenant);
        return find(tenant, most, most + SPARED, holder -> policy.whyNotGo(holder, actor)
                .isEmpty());
    }

    /**
     * As {@link #find}, for who is to get the seat at once and in place of a bought one: nobody is named who was added,
     * enabled or given another status within the days that the operator has set.
     *
     * @param most how many at most, from 1
     * @return who could become Inactive now
     */
    public List<Candidate> instead(TenantId tenant, int most, Actor actor) {
        Permission.MANAGE_USERS.require(actor, tenant);
        Instant before = time.now().minus(SPARED_FOR);
        return find(
                tenant,
                most,
                LOOKED_AT,
                holder -> !holder.statusSince().isAfter(before)
                        && !holder.view().createdAt().isAfter(before)
                        && policy.whyNotGo(holder, actor).isEmpty());
    }

    private List<Candidate> find(TenantId tenant, int most, int rows, Predicate<UserAccount> isCandidate) {
        List<Candidate> found = new ArrayList<>();
        for (Why why : Why.values()) {
            if (found.size() < most) {
                holders(tenant, why, rows).stream()
                        .filter(isCandidate)
                        .limit(most - found.size())
                        .forEach(holder -> found.add(candidate(holder, why)));
            }
        }
        return List.copyOf(found);
    }

    private List<UserAccount> holders(TenantId tenant, Why why, int rows) {
        return switch (why) {
            case LOCKED -> holders.lockedLongest(tenant, rows);
            case NEVER_SIGNED_IN -> holders.neverSignedIn(tenant, rows);
            case NOT_SIGNED_IN_SINCE -> holders.notSignedInLongest(tenant, rows);
        };
    }

    private static Candidate candidate(UserAccount holder, Why why) {
        User user = holder.view();
        Instant since =
                switch (why) {
                    case LOCKED -> holder.statusSince();
                    case NEVER_SIGNED_IN -> user.createdAt();
                    case NOT_SIGNED_IN_SINCE -> user.lastSignInAt().orElseThrow();
                };
        return new Candidate(user, why, since);
    }
}
