package org.licencedesk.seats.directory;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.kernel.WithoutPermission;

/** Shows the users of a tenant to its System Admins (R1), and lists them for its account manager (R2). */
@Stateless
public class UserDirectory {

    @Inject
    private UserAccounts accounts;

    @Inject
    private UserSearch search;

    @Inject
    private FormerUserNames formerNames;

    /**
     * @return the living user
     * @throws NotFound if the tenant has none of that identity
     */
    public User get(TenantId tenant, UserId id, Actor actor) {
        Permission.MANAGE_USERS.require(actor, tenant);
        return accounts.get(tenant, id).view();
    }

    /** @return the user or the tombstone, unless it was erased; for whoever may see who did what in the tenant */
    @WithoutPermission("whoever may see the record may see the names in it")
    public Optional<User> everKnown(TenantId tenant, UserId id) {
        return accounts.findAny(tenant, id).map(UserAccount::view).filter(user -> !user.userName()
                .isEmpty());
    }

    /**
     * @param sought what to look for, as in {@link UserFilter}
     * @param most how many users at most, and how many who were deleted
     * @return the users, and after them those who were deleted and not erased (R22), by user name
     */
    public List<User> everNamed(TenantId tenant, String sought, int most, Actor actor) {
        Permission.MANAGE_USERS.require(actor, tenant);
        UserFilter filter = new UserFilter(EnumSet.allOf(UserStatus.class), Optional.empty(), Optional.of(sought));
        return Stream.concat(
                        accounts.find(tenant, filter, most).stream(), search.tombstones(tenant, sought, most).stream())
                .map(UserAccount::view)
                .toList();
    }

    /** @return the deleted user, if the tenant has one of that identity */
    public Optional<Tombstone> tombstone(TenantId tenant, UserId id, Actor actor) {
        Permission.MANAGE_USERS.require(actor, tenant);
        return accounts.findAny(tenant, id).filter(UserAccount::isDeleted).map(UserAccount::tombstone);
    }

    /**
     * @param sought what to look for, as in {@link UserFilter}; or anything
     * @param page which page of the list
     * @return the deleted users, erased or not, the latest first (R22)
     * @throws InvalidValue if the cursor is none, or what to look for is too long
     */
    public Page<Tombstone> deleted(TenantId tenant, Optional<String> sought, PageRequest page, Actor actor) {
        Permission.MANAGE_USERS.require(actor, tenant);
        UserFilter filter = new UserFilter(EnumSet.allOf(UserStatus.class), Optional.empty(), sought);
        List<Tombstone> found =
                search.deleted(tenant, filter.terms(), page.cursor().map(DeletedCursor::parse), page.rows()).stream()
                        .map(UserAccount::tombstone)
                        .toList();
        return page.of(found, tombstone -> DeletedCursor.after(tombstone).toString());
    }

    /**
     * @return all that is kept here about the user, alive or not
     * @throws NotFound if the tenant has and had no such user
     */
    public UserRecord record(TenantId tenant, UserId id, Actor actor) {
        Permission.EXPORT_USERS.require(actor, tenant);
        return accounts.findAny(tenant, id).orElseThrow(NotFound::new).record(formerNames.of(tenant, id));
    }

    /**
     * @param entries sequence numbers of entries of the tenant's ledger
     * @return the user names that were given up by the changes that the entries tell of (R41), by entry
     */
    @WithoutPermission("whoever may see the record may see the names in it")
    public Map<Long, FormerUserName> formerNames(TenantId tenant, Collection<Long> entries) {
        return formerNames.toldBy(tenant, entries).stream()
                .collect(Collectors.toMap(FormerUserName::entry, Function.identity()));
    }

    /** @return whether the tenant has or had a user of that identity */
    @WithoutPermission("asked before any permission: whether there is what a path names")
    public boolean hasEver(TenantId tenant, UserId id) {
        return accounts.findAny(tenant, id).isPresent();
    }

    /** @return whether the tenant has a living user of that identity */
    @WithoutPermission("asked before any permission: whether there is what a path names")
    public boolean has(TenantId tenant, UserId id) {
        return accounts.find(tenant, id).isPresent();
    }

    /**
     * @return one page of the users that the query wants
     * @throws InvalidValue if the cursor is none of a list in that order
     */
    public Page<User> list(TenantId tenant, UserQuery query, Actor actor) {
        Permission.MANAGE_USERS.require(actor, tenant);
        return read(tenant, query);
    }

    /**
     * As {@link #list}, for a reader who also turns back: the cursor may be any that a page names. A page of which every row
     * is gone names none.
     *
     * @throws InvalidValue if the cursor is none of a list in that order
     */
    public UserSlice page(TenantId tenant, UserQuery query, Actor actor) {
        Permission.SEE_USERS.require(actor, tenant);
        // What lies before a row lies after it in the opposite order: a cursor of that order turns back.
        UserSort opposite = query.sort().reversed();
        boolean turnedBack =
                query.cursor().flatMap(text -> UserCursor.find(text, opposite)).isPresent();
        if (turnedBack) {
            Page<User> read = read(tenant, new UserQuery(query.filter(), opposite, query.cursor(), query.size()));
            List<User> items = new ArrayList<>(read.items());
            Collections.reverse(items);
            return new UserSlice(List.copyOf(items), read.next(), onTheOtherSide(tenant, query, read, query.sort()));
        }
        Page<User> read = read(tenant, query);
        return new UserSlice(read.items(), onTheOtherSide(tenant, query, read, opposite), read.next());
    }

    /** @return how many users match, counted to {@link Count#MOST} and no further */
    public Count count(TenantId tenant, UserFilter filter, Actor actor) {
        Permission.SEE_USERS.require(actor, tenant);
        return search.count(tenant, filter);
    }

    private Page<User> read(TenantId tenant, UserQuery query) {
        return Page.of(users(tenant, query.rows()), query.size(), user -> UserCursor.after(user, query.sort()));
    }

    private Optional<String> onTheOtherSide(TenantId tenant, UserQuery query, Page<User> read, UserSort away) {
        return query.cursor()
                .flatMap(turned -> read.items().stream().findFirst())
                .map(first -> UserCursor.after(first, away))
                .filter(cursor -> !users(
                                tenant,
                                new UserRows(query.filter(), away, Optional.of(UserCursor.parse(cursor, away)), 1))
                        .isEmpty());
    }

    private List<User> users(TenantId tenant, UserRows wanted) {
        return search.find(tenant, wanted).stream().map(UserAccount::view).toList();
    }
}
