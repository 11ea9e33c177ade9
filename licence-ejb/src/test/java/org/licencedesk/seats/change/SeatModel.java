package org.licencedesk.seats.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.Quote;

/** The rules once more, as simply as they can be said: what a list of users and a number ought to do. */
final class SeatModel {
    static final String DONE = "done";
    private static final int CEILING = 1_000_000;

    /** A living user. */
    record Member(String name, UserStatus status, Role role, boolean hasEmail) {
        boolean isActiveAdmin() {
            return role == Role.SYSTEM_ADMIN && status == UserStatus.ACTIVE;
        }

        Member with(UserStatus newStatus) {
            return new Member(name, newStatus, role, hasEmail);
        }

        Member with(Role newRole) {
            return new Member(name, status, newRole, hasEmail);
        }

        Member with(boolean email) {
            return new Member(name, status, role, email);
        }
    }

    final Map<UserId, Member> members = new LinkedHashMap<>();
    int maximum;
    /** How many entries the ledger ought to have. R38 */
    long entries;
    /** How many increases were consented to. R29 */
    int increases;

    SeatModel(int maximum) {
        this.maximum = maximum;
        this.entries = 1;
    }

    int occupied() {
        return count(UserStatus.ACTIVE) + count(UserStatus.LOCKED);
    }

    int count(UserStatus status) {
        return (int) members.values().stream()
                .filter(member -> member.status() == status)
                .count();
    }

    int available() {
        return Math.max(0, maximum - occupied());
    }

    List<UserId> activeAdmins() {
        List<UserId> admins = new ArrayList<>();
        members.forEach((id, member) -> {
            if (member.isActiveAdmin()) {
                admins.add(id);
            }
        });
        return admins;
    }

    Optional<UserId> pick(int index) {
        return members.isEmpty()
                ? Optional.empty()
                : members.keySet().stream()
                        .skip(Math.floorMod(index, members.size()))
                        .findFirst();
    }

    /** What adding the user ought to come to. R12 to R16 */
    String add(Member member, Optional<UserId> release, Actor actor, Optional<Consent> consent, Optional<Quote> fresh) {
        boolean taken = members.values().stream().anyMatch(other -> other.name()
                .toLowerCase(Locale.ROOT)
                .equals(member.name().toLowerCase(Locale.ROOT)));
        if (taken) {
            return "user-name-taken";
        }
        String seat = member.status().occupiesSeat() ? seat(release, actor, consent, fresh) : DONE;
        if (!seat.equals(DONE)) {
            return seat;
        }
        entries += member.status().occupiesSeat() ? 2 : 1;
        return DONE;
    }

    /** What giving the user the status ought to come to. R4, R18 to R20 */
    String change(
            UserId id,
            UserStatus status,
            Optional<UserId> release,
            Actor actor,
            Optional<Consent> consent,
            Optional<Quote> fresh) {
        Member member = member(id);
        if (member.status() == status) {
            return DONE;
        }
        if (status != UserStatus.ACTIVE) {
            String refusal = mayGo(id, actor);
            if (!refusal.equals(DONE)) {
                return refusal;
            }
        }
        if (status.isPerson() && !member.hasEmail()) {
            return "email-missing";
        }
        if (status.occupiesSeat() && !member.status().occupiesSeat()) {
            String seat = seat(release, actor, consent, fresh);
            if (!seat.equals(DONE)) {
                return seat;
            }
        }
        members.put(id, member.with(status));
        entries++;
        return DONE;
    }

    /** What deleting the user ought to come to. R4, R22 */
    String delete(UserId id, Actor actor) {
        Member member = member(id);
        String refusal = mayGo(id, actor);
        if (refusal.equals(DONE)) {
            members.remove(id);
            entries += member.status().occupiesSeat() ? 2 : 1;
        }
        return refusal;
    }

    /** What giving the user the role ought to come to. R4 */
    String giveRole(UserId id, Role role) {
        Member member = member(id);
        if (member.role() == role) {
            return DONE;
        }
        if (isLastAdmin(member)) {
            return "last-system-admin";
        }
        members.put(id, member.with(role));
        entries++;
        return DONE;
    }

    /** What giving or taking the mail address ought to come to; a seat is never asked for. R18 */
    String setEmail(UserId id, boolean present) {
        Member member = member(id);
        if (!present && member.status().isPerson()) {
            return "email-missing";
        }
        members.put(id, member.with(present));
        return DONE;
    }

    /** What raising ought to come to. R7, R8, R11, R32 */
    String raise(int wanted, Optional<Consent> consent, Optional<Quote> fresh) {
        if (wanted < maximum) {
            return "decrease-not-offered";
        }
        if (wanted == maximum) {
            return "not-an-increase";
        }
        if (wanted > CEILING) {
            return "ceiling-reached";
        }
        if (!covers(consent, fresh)) {
            return "increase-not-confirmed";
        }
        increaseTo(wanted);
        return DONE;
    }

    /** Corrects. R37 */
    void correct(int wanted) {
        entries += wanted == maximum ? 0 : 1;
        maximum = wanted;
    }

    /** Who is to give up a seat does so first, whether one is available or not, and whatever is consented to. */
    private String seat(Optional<UserId> release, Actor actor, Optional<Consent> consent, Optional<Quote> fresh) {
        if (release.isEmpty()) {
            return admits(consent, fresh) ? DONE : "increase-not-confirmed";
        }
        UserId id = release.get();
        if (!members.containsKey(id) || !member(id).status().occupiesSeat()) {
            return "not-a-seat-holder";
        }
        String refusal = mayGo(id, actor);
        if (!refusal.equals(DONE)) {
            return refusal;
        }
        if (occupied() > maximum) {
            return "release-not-enough";
        }
        members.put(id, member(id).with(UserStatus.INACTIVE));
        entries++;
        return DONE;
    }

    private boolean admits(Optional<Consent> consent, Optional<Quote> fresh) {
        if (available() > 0) {
            return true;
        }
        if (covers(consent, fresh)) {
            increaseTo(occupied() + 1); // R16
            return true;
        }
        return false;
    }

    private void increaseTo(int wanted) {
        maximum = wanted;
        entries += 2;
        increases++;
    }

    private String mayGo(UserId id, Actor actor) {
        if (isLastAdmin(member(id))) {
            return "last-system-admin";
        }
        return actor.is(id) ? "not-on-yourself" : DONE;
    }

    private boolean isLastAdmin(Member member) {
        return member.isActiveAdmin() && activeAdmins().size() == 1;
    }

    private Member member(UserId id) {
        return Optional.ofNullable(members.get(id)).orElseThrow();
    }

    private static boolean covers(Optional<Consent> consent, Optional<Quote> fresh) {
        if (consent.isEmpty() || !consent.get().termsAccepted()) {
            return false;
        }
        Quote shown = consent.get().accepted();
        Quote now = fresh.orElseThrow();
        return shown.raiseTo() == now.raiseTo()
                && shown.seats() == now.seats()
                && shown.monthlyIncrease().equals(now.monthlyIncrease())
                && shown.terms().digest().equals(now.terms().digest())
                && shown.nextInvoice().date().equals(now.nextInvoice().date())
                && shown.endsReduction().equals(now.endsReduction())
                && isNoMore(now.dueNow().amount(), shown.dueNow().amount())
                && isNoMore(now.nextInvoice().amount(), shown.nextInvoice().amount());
    }

    private static boolean isNoMore(Optional<Money> now, Optional<Money> shown) {
        return (now.isPresent() && shown.isPresent())
                ? now.get().amount().compareTo(shown.get().amount()) <= 0
                : now.isEmpty() && shown.isEmpty();
    }
}
