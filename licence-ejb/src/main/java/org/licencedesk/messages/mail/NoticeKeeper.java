package org.licencedesk.messages.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.messages.webhook.WebhookGone;
import org.licencedesk.people.access.LinkWanted;
import org.licencedesk.platform.Settings;
import org.licencedesk.seats.allowance.AllowanceRaised;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.FillLevelPassed;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.directory.UserAccounts;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.RequestChanged;
import org.licencedesk.seats.request.RequestState;
import org.licencedesk.seats.tenant.TenantProfile;
import org.licencedesk.seats.tenant.Tenants;

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

    @Inject
    private Allowances allowances;

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
                raised.act().actor().label(),
                NoticeText.filled("door." + raised.act().door(), language),
                amount(quote.monthlyIncrease(), language),
                quote.dueNow().from().toString(),
                quote.dueNow().to().toString(),
                amount(quote.dueNow().amount(), language),
                quote.nextInvoice().date().toString(),
                amount(quote.nextInvoice().amount(), language),
                quote.terms().version());
        tellAccountManager(raised.tenant(), text, raised.act().at());
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

    /** Whoever waits for the other side's word is told of it, and both of what became of an agreement (R30). */
    void keep(@Observes RequestChanged changed) {
        ReductionRequest request = changed.request();
        Figures figures = allowances.get(request.tenant()).figures();
        Locale language = NoticeText.configuredLanguage();
        NoticeText text = NoticeText.of(
                isNewProposal(request) ? NoticeKind.REQUEST_PROPOSED : NoticeKind.of(request.state()),
                language,
                request.tenantName(),
                request.slug().text(),
                request.standing().maximum(),
                figures.maximum(),
                figures.occupied(),
                request.deactivate().size(),
                request.standing().effectiveOn().toString(),
                request.reason().text(),
                request.message().orElseGet(() -> NoticeText.filled("no-message", language)));
        boolean answered = request.counter().isPresent();
        switch (request.state()) {
            case OPEN, WITHDRAWN -> tellAccountManager(request.tenant(), text, changed.at());
            case COUNTERED -> tellSystemAdmins(request.tenant(), text, changed.at());
            case ACCEPTED, DECLINED -> {
                if (answered) {
                    tellAccountManager(request.tenant(), text, changed.at());
                } else {
                    tellSystemAdmins(request.tenant(), text, changed.at());
                }
            }
            case SUPERSEDED, APPLIED, NOT_APPLIED -> {
                tellAccountManager(request.tenant(), text, changed.at());
                tellSystemAdmins(request.tenant(), text, changed.at());
            }
        }
    }

    private static boolean isNewProposal(ReductionRequest request) {
        return request.isProposal() && request.state() == RequestState.COUNTERED;
    }

    /** Without a mail server, or an address to lead to, there is no link to send. */
    void keep(@Observes LinkWanted wanted) {
        if (!LinkMail.isPossible(Settings.ofProcess())) {
            return;
        }
        TenantProfile tenant = tenants.get(wanted.tenant()).profile();
        NoticeText text = NoticeText.of(
                wanted.forgotten() ? NoticeKind.PASSWORD_FORGOTTEN : NoticeKind.SIGN_IN_LINK,
                NoticeText.configuredLanguage(),
                tenant.name(),
                tenant.slug().text(),
                Notice.LINK);
        entities.persist(StoredMail.to(wanted.user(), wanted.tenant(), text, wanted.at()));
    }

    private void tellAccountManager(TenantId tenant, NoticeText text, Instant now) {
        String address = tenants.get(tenant).profile().contact().email();
        entities.persist(StoredMail.to(address, tenant, text, now));
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
