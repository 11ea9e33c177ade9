package org.licencedesk.web.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.change.BulkOutcome;
import org.licencedesk.seats.change.BulkReceipt;
import org.licencedesk.seats.change.Candidate;
import org.licencedesk.seats.change.SeatReceipt;
import org.licencedesk.seats.directory.Count;
import org.licencedesk.seats.directory.Tombstone;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserSort;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.page.PageContext;

/** Says in words what the list of users shows. */
@Named
@RequestScoped
public class UsersWords {

    private static final String TEXTS = "usersText";

    /**
     * A column that the list can be sorted by.
     *
     * @param text the key of its name
     * @param styleClass its class in the style sheet
     */
    public record Column(UserSort.Key key, String text, String styleClass) {}

    private static final List<Column> COLUMNS = List.of(
            new Column(UserSort.Key.USER_NAME, "column.userName", ""),
            new Column(UserSort.Key.DISPLAY_NAME, "column.displayName", "wide"),
            new Column(UserSort.Key.STATUS, "status", ""),
            new Column(UserSort.Key.CREATED_AT, "column.createdAt", "wide"));

    @Inject
    private Formats formats;

    @Inject
    private PageContext page;

    @Inject
    private Refusals refusals;

    /** @return the columns that the list can be sorted by */
    public List<Column> getColumns() {
        return COLUMNS;
    }

    /** @return what the filter of statuses lets through */
    public String statusFilter(UsersAddress address) {
        return address.statuses().isEmpty()
                ? say("status.any")
                : address.statuses().stream()
                        .map(status -> say("status." + status))
                        .collect(Collectors.joining(", "));
    }

    /** @return what the filter of licences lets through */
    public String licenceFilter(UsersAddress address) {
        return say(address.licence().orElse(true) ? "licence.uses" : "licence.none");
    }

    /** @return what {@code selected} takes where the role is the one of the address */
    public @Nullable String selected(Role role, UsersAddress address) {
        return address.role().filter(role::equals).isPresent() ? "selected" : null;
    }

    /** @return the arrow of a sorted column, and nothing for another one */
    public String arrow(String sorted) {
        return sorted.isEmpty() ? "" : sorted.equals("ascending") ? "▲" : "▼";
    }

    /** @return the mail address, or that there is none */
    public String email(User user) {
        return user.email().orElse("");
    }

    /** @return the mail address, where the user name does not say it already */
    public String otherEmail(User user) {
        return user.email().filter(email -> !email.equals(user.userName())).orElse("");
    }

    /** @return when the user signed in last, or that they never did, or cannot */
    public String lastSignIn(User user) {
        return user.lastSignInAt()
                .map(formats::moment)
                .orElseGet(() -> say(user.status().canSignIn() ? "lastSignIn.never" : "lastSignIn.cannot"));
    }

    /** @return the roles to choose from */
    public List<SelectItem> getRoles() {
        return Stream.of(Role.STANDARD, Role.SYSTEM_ADMIN)
                .map(role -> new SelectItem(role, say("role." + role)))
                .toList();
    }

    /** @return the statuses to choose from */
    public List<SelectItem> getStatuses() {
        return Stream.of(UserStatus.values())
                .map(status -> new SelectItem(status, say("status." + status)))
                .toList();
    }

    /** @return the statuses that there are */
    public UserStatus[] getStatusConstants() {
        return UserStatus.values();
    }

    /** @return that the user was added, and whether that takes a licence */
    public String added(User user) {
        return say(user.status().occupiesSeat() ? "added.licence" : "added", user.displayName());
    }

    /** @return what will become of the person who is being added */
    public String becomes(NewUserPage asking) {
        return say(
                "becomes",
                asking.getForm().getDisplayName(),
                say("status." + asking.getForm().getStatus()));
    }

    /** @return what will become of the user whose status is being changed */
    public String becomes(UserPage asking) {
        return say("becomes", asking.user().displayName(), say("status." + asking.getStatus()));
    }

    /** @return why somebody seems to hold a licence for nothing */
    public String why(Candidate candidate) {
        return say("candidate." + candidate.why(), formats.day(candidate.since()));
    }

    /** @return the label of the button that frees the candidate's licence */
    public String free(Candidate candidate) {
        return say("candidate.free.who", candidate.user().displayName());
    }

    /** @return that the user was saved */
    public String saved(User user) {
        return say("saved", user.displayName());
    }

    /** @return that the user's status was changed, and what that does to licences */
    public String changed(User user, UserStatus before) {
        boolean seat = user.status().occupiesSeat();
        String key = before.occupiesSeat() == seat ? "changed" : seat ? "changed.taken" : "changed.released";
        return say(key, user.displayName(), say("status." + user.status()));
    }

    /** @return that more seats are in use than an agreed reduction leaves, if one was taken now (R30) */
    public Optional<String> atRisk(SeatReceipt receipt, UserStatus before) {
        return before.occupiesSeat() ? Optional.empty() : atRisk(receipt);
    }

    /** @return the same of a new user */
    public Optional<String> atRisk(SeatReceipt receipt) {
        return atRisk(
                receipt.reductionAtRisk()
                        .filter(reduction -> receipt.user().status().occupiesSeat()),
                receipt.figures());
    }

    /** @return the same of many users */
    public Optional<String> atRisk(BulkReceipt receipt) {
        return atRisk(receipt.reductionAtRisk(), receipt.figures());
    }

    private Optional<String> atRisk(Optional<Reduction> agreed, Figures figures) {
        return agreed.map(reduction ->
                say("atRisk", reduction.maximum(), formats.date(reduction.effectiveOn()), figures.occupied()));
    }

    /** @return that the user was deleted, and what that does to licences */
    public String deleted(User user) {
        return say(user.status().occupiesSeat() ? "deleted.released" : "deleted", user.displayName());
    }

    /** @return the label of the box that marks the user */
    public String mark(User user) {
        return say("bulk.mark", user.userName());
    }

    /** @return how many users match */
    public String matching(Count count) {
        return say(count.more() ? "count.more" : "count", count.number());
    }

    /** @return the offer to mark all that match */
    public String selectMatching(Count count) {
        return say(count.more() ? "bulk.select.more" : "bulk.select", count.number());
    }

    /** @return that all that match are marked */
    public String allMatching(Count count) {
        return say(count.more() ? "bulk.all.more" : "bulk.all", count.number());
    }

    /**
     * A number of rows that a page can have.
     *
     * @param current {@code true} if it is the present one, as {@code aria-current} takes it
     */
    public record Size(
            String text, String address, @Nullable String current) {}

    /** @return the numbers of rows that a page can have */
    public List<Size> sizes(UsersAddress address) {
        return UsersAddress.SIZES.stream()
                .map(rows -> new Size(say("size", rows), address.ofSize(rows), address.size() == rows ? "true" : null))
                .toList();
    }

    /** @return what will become, or became, of those who are marked */
    public String plan(StatusDialog dialog) {
        String key = dialog.getStep().equals("result") ? "bulk.done" : "bulk.plan";
        return say(key, dialog.changing().size(), say("status." + dialog.getStatus()));
    }

    /** @return how many have the status already, or blank */
    public String alreadyThere(StatusDialog dialog) {
        int already = dialog.unchanged().size();
        return already == 0 ? "" : say("bulk.unchanged", already, say("status." + dialog.getStatus()));
    }

    /** @return how many are left as they are */
    public String leftOut(StatusDialog dialog) {
        return say("bulk.leftOut", dialog.refused().size());
    }

    /** @return who is left as they are, and why */
    public String whyNot(BulkOutcome outcome) {
        return say(
                "bulk.whyNot",
                outcome.user().map(User::displayName).orElseGet(() -> say("bulk.unknown")),
                outcome.refusal().map(refusal -> refusals.text(refusal.code())).orElse(""));
    }

    /** @return that many were changed, or one of that name */
    public String changedMany(List<BulkOutcome> changed, UserStatus status) {
        return changed.size() == 1
                ? say("changed", changed.get(0).user().map(User::displayName).orElse(""), say("status." + status))
                : say("changed.many", changed.size(), say("status." + status));
    }

    /** @return that the last change was taken back */
    public String undone() {
        return say("undone");
    }

    /** @return that the last change cannot be taken back for nothing */
    public String notUndone() {
        return say("undone.not");
    }

    /** @return whether the user can sign in */
    public String signsIn(User user) {
        return say(user.status().canSignIn() ? "link.can" : "link.cannot", say("status." + user.status()));
    }

    /** @return whether records can be given to the user, who is notified then (R21) */
    public String assignable(User user) {
        return say(user.status().assignable() ? "assignable.yes" : "assignable.no");
    }

    /** @return the user name of a deleted user, or what stands in its place once it was erased */
    public String userName(Tombstone deleted) {
        return deleted.erasedAt().isPresent() ? say("erased") : deleted.user().userName();
    }

    /** @return what is known of a deleted user: the user name, when they were deleted, and when they were erased */
    public String gone(Tombstone deleted) {
        return deleted.erasedAt()
                .map(erased -> say("gone.erased", formats.moment(deleted.deletedAt()), formats.moment(erased)))
                .orElseGet(() -> say("gone", deleted.user().userName(), formats.moment(deleted.deletedAt())));
    }

    /** @return the question whether to erase the deleted user of that name */
    public String eraseTitle(String name) {
        return say("erase.ask", name);
    }

    /** @return the question whether to delete the user */
    public String deleteTitle(User user) {
        return say("delete.ask", user.displayName());
    }

    /** @return what to type to delete the user */
    public String deleteHow(User user) {
        return say("delete.how", user.userName());
    }

    private String say(String key, Object... facts) {
        return page.text(TEXTS, key, facts);
    }
}
