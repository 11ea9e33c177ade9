package org.licencedesk.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.licencedesk.allowance.AllowanceRaised;
import org.licencedesk.allowance.Figures;
import org.licencedesk.allowance.FillLevelPassed;
import org.licencedesk.allowance.Quote;
import org.licencedesk.directory.UserAccounts;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.tenant.TenantProfile;
import org.licencedesk.tenant.Tenants;
import org.licencedesk.webhook.WebhookGone;

/** Writes the mails down, in the transaction in which happens what they tell of. */
@ApplicationScoped
class NoticeKeeper {

    /** So many System Admins of a tenant are told, those first who are there longest. */
    private static final int MOST = 50;

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Tenants tenants;

    @Inject
    private UserAccounts accounts;

    /** The account manager is told of each increase (R10). */
    void keep(@Observes AllowanceRaised raised) {
        TenantProfile tenant = tenants.get(raised.tenant()).profile();
        Quote quote = raised.quote();
        Locale language = NoticeText.configuredLanguage();
        NoticeText text = NoticeText.of(
                NoticeKind.ALLOWANCE_RAISED,
                language,
                tenant.name(),
                tenant.slug().text(),
                quote.raiseTo() - quote.seats(),
                quote.raiseTo(),
                quote.seats(),
                raised.actor().label(),
                raised.door().name(),
                amount(quote.monthlyIncrease(), language),
                quote.dueNow().from().toString(),
                quote.dueNow().to().toString(),
                amount(quote.dueNow().amount(), language),
                quote.nextInvoice().date().toString(),
                amount(quote.nextInvoice().amount(), language),
                quote.terms().version());
        entities.persist(StoredMail.to(tenant.contact().email(), raised.tenant(), text, raised.at()));
    }

    void keep(@Observes FillLevelPassed passed) {
        TenantProfile tenant = tenants.get(passed.tenant()).profile();
        Figures figures = passed.figures();
        NoticeText text = NoticeText.of(
                passed.isResolved() ? NoticeKind.LEVEL_RESOLVED : NoticeKind.LEVEL_REACHED,
                NoticeText.configuredLanguage(),
                tenant.name(),
                tenant.slug().text(),
                figures.maximum(),
                figures.occupied(),
                figures.available(),
                figures.overBy());
        tellSystemAdmins(passed.tenant(), text, passed.at());
    }

    /** The host alone: the rest of the address may hold a secret. */
    void keep(@Observes WebhookGone gone) {
        TenantProfile tenant = tenants.get(gone.tenant()).profile();
        NoticeText text = NoticeText.of(
                NoticeKind.WEBHOOK_STOPPED,
                NoticeText.configuredLanguage(),
                tenant.name(),
                tenant.slug().text(),
                URI.create(gone.url()).getHost());
        tellSystemAdmins(gone.tenant(), text, gone.at());
    }

    private void tellSystemAdmins(TenantId tenant, NoticeText text, Instant now) {
        accounts.activeAdmins(tenant, MOST)
                .forEach(admin -> entities.persist(StoredMail.to(admin.id(), tenant, text, now)));
    }

    private static String amount(Optional<Money> money, Locale language) {
        return money.map(known ->
                        known.amount().toPlainString() + " " + known.currency().getCurrencyCode())
                .orElseGet(() -> NoticeText.filled("unknown-amount", language));
    }
}
