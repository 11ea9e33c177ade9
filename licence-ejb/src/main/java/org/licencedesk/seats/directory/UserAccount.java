package org.licencedesk.seats.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.FoldedText;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;

/** A user or a tombstone, as stored. Status, role and deletion change through the seat gate only. */
@Entity
public class UserAccount {

    @Id
    private UUID id;

    private UUID tenantId;

    private String userName;

    private String displayName;

    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private UserStatus status;

    private Instant statusSince;

    private Instant createdAt;

    /** The words of names and mail address, by which the user is found. */
    private String searchText;

    @Column(name = "last_sign_in_at", insertable = false, updatable = false)
    private @Nullable Instant lastSignInAt;

    private @Nullable Instant deletedAt;

    private @Nullable Instant erasedAt;

    @Version
    private int revision;

    protected UserAccount() {}

    /** A user who comes in, in the status that the seat gate has let pass. */
    public UserAccount(TenantId tenant, NewUser created, Instant now) {
        this.id = UserId.create().value();
        this.tenantId = tenant.value();
        this.userName = created.userName().text();
        this.displayName = created.displayName().text();
        this.email = created.email().map(EmailAddress::text).orElse(null);
        this.role = created.role();
        this.status = created.status();
        this.statusSince = now;
        this.createdAt = now;
        this.searchText = folded();
    }

    /** @return the identity */
    public UserId id() {
        return new UserId(id);
    }

    /** @return the tenant */
    public TenantId tenant() {
        return new TenantId(tenantId);
    }

    /** @return the role, {@link Role#STANDARD} or {@link Role#SYSTEM_ADMIN} */
    public Role role() {
        return role;
    }

    /** @return the status */
    public UserStatus status() {
        return status;
    }

    /** @return since when the user has that status */
    public Instant statusSince() {
        return statusSince;
    }

    /** @return the mail address as it is kept, which a person always has; not always in the form that is asked for today */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** @return whether this user could manage the tenant if nobody else did (R4) */
    public boolean isActiveSystemAdmin() {
        return role == Role.SYSTEM_ADMIN && status == UserStatus.ACTIVE;
    }

    /** @return rises with each change but that of the last sign-in */
    public int revision() {
        return revision;
    }

    /** Sets the status; whether it may be set, and the seat, are the gate's business. */
    public void changeStatus(UserStatus newStatus, Instant now) {
        status = newStatus;
        statusSince = now;
    }

    /** Sets the role; whether it may be set is the gate's business. */
    public void changeRole(Role newRole) {
        role = newRole;
    }

    /** @return the name to sign in with; blank once it was erased */
    public String userName() {
        return userName;
    }

    /** Sets the name to sign in with; that it is free, and what it was before, is the gate's business. */
    public void changeUserName(UserName newName) {
        userName = newName.text();
        searchText = folded();
    }

    /** Sets the name that others see. */
    public void rename(DisplayName newName) {
        displayName = newName.text();
        searchText = folded();
    }

    /** Sets or takes away the mail address; a person must keep one. */
    public void changeEmail(Optional<EmailAddress> newEmail) {
        email = newEmail.map(EmailAddress::text).orElse(null);
        searchText = folded();
    }

    /** Makes a tombstone of it (R22). */
    public void delete(Instant now) {
        deletedAt = now;
    }

    /** @return whether it is a tombstone */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** @return whether it is a tombstone without name and mail */
    public boolean isErased() {
        return erasedAt != null;
    }

    /**
     * @return the tombstone as it is shown
     * @throws IllegalStateException if the user is not deleted
     */
    Tombstone tombstone() {
        return new Tombstone(
                view(),
                Optional.ofNullable(deletedAt).orElseThrow(() -> new IllegalStateException("not deleted")),
                Optional.ofNullable(erasedAt));
    }

    /** @return all that is kept about the user, alive or not */
    UserRecord record(List<FormerUserName> formerNames) {
        return new UserRecord(
                view(), statusSince, Optional.ofNullable(deletedAt), Optional.ofNullable(erasedAt), formerNames);
    }

    /** Takes name and mail off a tombstone; the identity stays (R22). */
    public void erase(Instant now) {
        userName = "";
        displayName = "";
        email = null;
        searchText = "";
        erasedAt = now;
    }

    /** @return the words by which the user is found (R42) */
    Set<String> words() {
        return new FoldedText(searchText).words();
    }

    private String folded() {
        return FoldedText.of(Stream.concat(Stream.of(userName, displayName), Optional.ofNullable(email).stream())
                        .toList())
                .marked();
    }

    /** @return the user as it is shown */
    public User view() {
        return new User(
                id(),
                tenant(),
                userName,
                displayName,
                Optional.ofNullable(email),
                role,
                status,
                createdAt,
                Optional.ofNullable(lastSignInAt),
                revision);
    }
}
