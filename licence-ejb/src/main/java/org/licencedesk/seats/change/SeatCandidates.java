package org.licencedesk.seats.change;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.change.Candidate.Why;
import org.licencedesk.seats.directory.SeatHolders;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserAccount;

/** Names who could give up a seat, before another one is bought. */
@Stateless
public class SeatCandidates {

    /** How many are named where nobody asks for another number. */
    public static final int USUAL = 5;

    /** So many holders at most are nobody's candidates: the actor, and the last active System Admin. */
    private static final int SPARED = 2;

    @Inject
    private SeatHolders holders;

    @Inject
    private StatusPolicy policy;

    /**
     * The locked come first, locked longest before others; then who never signed in, added longest ago before others; then
     * everybody else by the last sign-in. The actor and the last active System Admin are not among them (R4).
     *
     * @param most how many at most, from 1
     * @return who could become Inactive, as things are now
     */
    public List<Candidate> find(TenantId tenant, int most, Actor actor) {
        Permission.MANAGE_USERS.require(actor, tenant);
        List<Candidate> found = new ArrayList<>();
        for (Why why : Why.values()) {
            if (found.size() < most) {
                holders(tenant, why, most + SPARED).stream()
                        .filter(holder -> policy.whyNotGo(holder, actor).isEmpty())
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
