package org.licencedesk.seats.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.TenantId;

/** A customer's system, as it is stored. */
@Entity
public class Tenant {

    @Id
    private UUID id;

    private String slug;

    private String name;

    private String currency;

    @Enumerated(EnumType.STRING)
    @Column(name = "billing_period")
    private BillingPeriod period;

    private LocalDate firstRenewal;

    private String timeZone;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_manager_id")
    private @Nullable AccountManager accountManager;

    @Embedded
    private @Nullable StoredContact contact;

    private boolean setupFinished;

    private Instant createdAt;

    @Version
    private int revision;

    protected Tenant() {}

    Tenant(TenantId id, NewTenant created, Optional<AccountManager> manager, Instant now) {
        this.id = id.value();
        this.slug = created.slug().text();
        this.name = created.name();
        this.currency = created.currency().getCurrencyCode();
        this.period = created.period();
        this.firstRenewal = created.firstRenewal();
        this.timeZone = created.timeZone().getId();
        this.setupFinished = created.setupFinished();
        this.createdAt = now;
        setAccountManager(created.contact(), manager);
    }

    /** @return its identity */
    public TenantId id() {
        return new TenantId(id);
    }

    /** @return its address */
    public Slug slug() {
        return new Slug(slug);
    }

    /** @return rises with each change of what is known of it */
    public int revision() {
        return revision;
    }

    /** @return the currency of all its prices */
    public Currency currency() {
        return Currency.getInstance(currency);
    }

    /** @return its renewal dates */
    public RenewalCalendar calendar() {
        return new RenewalCalendar(firstRenewal, period);
    }

    /** @return the one by which its days begin */
    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    /** @return the day that the instant falls on for the tenant (R33) */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(timeZone()).toLocalDate();
    }

    /** @return who answers for it, or empty where the configured default does */
    Optional<Contact> contact() {
        if (accountManager != null) {
            return Optional.of(accountManager.contact());
        }
        return Optional.ofNullable(contact).map(StoredContact::value);
    }

    /** @return the tenant as it is shown */
    public TenantProfile profile() {
        return new TenantProfile(
                id(),
                slug(),
                name,
                currency(),
                calendar(),
                timeZone(),
                contact().orElseGet(DefaultContact::configured),
                setupFinished,
                createdAt);
    }

    void rename(String newName) {
        name = newName;
    }

    void finishSetup() {
        setupFinished = true;
    }

    void moveTo(ZoneId newZone) {
        timeZone = newZone.getId();
    }

    final void setAccountManager(Optional<Contact> newContact, Optional<AccountManager> manager) {
        accountManager = manager.orElse(null);
        contact = newContact.map(StoredContact::of).orElse(null);
    }

    /** The contact's columns; all of them are null where the tenant has no contact of its own. */
    @Embeddable
    record StoredContact(
            @Column(name = "contact_name") String name,
            @Column(name = "contact_email") String email,
            @Column(name = "contact_phone") String phone) {

        static StoredContact of(Contact contact) {
            return new StoredContact(contact.name(), contact.email(), contact.phone());
        }

        Contact value() {
            return new Contact(name, email, phone);
        }
    }
}
