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
import org.licencedesk.messages.mail.NoticeText.Reader;
import org.licencedesk.messages.webhook.WebhookGone;
import org.licencedesk.people.access.LinkWanted;
import org.licencedesk.platform.PublicUrl;
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
                        Reader.MANAGER,
                        language,
                        tenant.name(),
                        quote.raiseTo() - quote.seats(),
                        quote.raiseTo(),
                        quote.seats(),
                        MailNames.place(raised.act().actor()),
                        NoticeText.filled("door." + raised.act().door(), language),
                        perPeriod(quote.monthlyIncrease(), tenant, language),
                        NoticeText.day(quote.dueNow().from(), language),
                        NoticeText.day(quote.dueNow().to(), language),
                        NoticeText.amount(quote.dueNow().amount(), language),
                        NoticeText.day(quote.nextInvoice().date(), language),
                        NoticeText.amount(quote.nextInvoice().amount(), language),
                        quote.terms().version())
                .with(page("systems/" + tenant.slug().text(), language));
        tellAccountManager(raised.tenant(), text, raised.act().at());
    }

    void keep(@Observes FillLevelPassed passed) {
        TenantProfile tenant = tenants.get(passed.tenant()).profile();
        Figures figures = passed.figures();
        Locale language = NoticeText.configuredLanguage();
        boolean over = figures.overBy() > 0;
        NoticeText text = NoticeText.of(
                        passed.isResolved() ? NoticeKind.LEVEL_RESOLVED : NoticeKind.LEVEL_REACHED,
                        Reader.ADMIN,
                        language,
                        tenant.name(),
                        figures.maximum(),
                        figures.occupied(),
                        NoticeText.filled(
                                over ? "left.over" : "left", language, over ? figures.overBy() : figures.available()),
                        figures.available())
                .with(page("users", language));
        tellSystemAdmins(passed.tenant(), text, passed.at());
    }

    /** The host alone: the rest of the address may hold a secret. */
    void keep(@Observes WebhookGone gone) {
        TenantProfile tenant = tenants.get(gone.tenant()).profile();
        Locale language = NoticeText.configuredLanguage();
        NoticeText text = NoticeText.of(
                        NoticeKind.WEBHOOK_STOPPED,
                        Reader.ADMIN,
                        language,
                        tenant.name(),
                        URI.create(gone.url()).getHost())
                .with(page("account", language));
        tellSystemAdmins(gone.tenant(), text, gone.at());
    }

    /** Whoever waits for the other side's word is told of it, and both of what became of an agreement (R30). */
    void keep(@Observes RequestChanged changed) {
        boolean answered = changed.request().counter().isPresent();
        switch (changed.request().state()) {
            case OPEN, WITHDRAWN -> tell(changed, Reader.MANAGER);
            case COUNTERED -> tell(changed, Reader.ADMIN);
            case ACCEPTED, DECLINED -> tell(changed, answered ? Reader.MANAGER : Reader.ADMIN);
            case SUPERSEDED, APPLIED, NOT_APPLIED -> {
                tell(changed, Reader.MANAGER);
                tell(changed, Reader.ADMIN);
            }
        }
    }

    private void tell(RequestChanged changed, Reader reader) {
        ReductionRequest request = changed.request();
        Locale language = NoticeText.configuredLanguage();
        Figures figures = allowances.get(request.tenant()).figures();
        String manager = tenants.get(request.tenant()).profile().contact().name();
        NoticeText text = NoticeText.of(
                isNewProposal(request) ? NoticeKind.REQUEST_PROPOSED : NoticeKind.of(request.state()),
                reader,
                language,
                request.tenantName(),
                request.standing().maximum(),
                figures.maximum(),
                figures.occupied(),
                request.deactivate().size(),
                NoticeText.day(request.standing().effectiveOn(), language),
                request.reason().text(),
                MailNames.place(changed.actor()),
                manager);
        if (reader == Reader.MANAGER) {
            NoticeText whole = text.with(page("systems/" + request.slug().text(), language));
            tellAccountManager(request.tenant(), whole, changed.at());
        } else {
            NoticeText whole = text.with(
                            request.message().map(message -> NoticeText.filled("message", language, manager, message)))
                    .with(page("requests/" + request.id(), language));
            tellSystemAdmins(request.tenant(), whole, changed.at());
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
                Reader.ADMIN,
                wanted.language().orElseGet(NoticeText::configuredLanguage),
                tenant.name(),
                tenant.slug().text(),
                Notice.LINK);
        entities.persist(StoredMail.to(wanted.user(), wanted.tenant(), text, wanted.at()));
    }

    /** Where something can be done about it; nothing where nobody has said under which address people come. */
    private static Optional<String> page(String path, Locale language) {
        return PublicUrl.configured(Settings.ofProcess())
                .map(url -> NoticeText.filled("page", language, url.page(path)));
    }

    private static String perPeriod(Optional<Money> money, TenantProfile tenant, Locale language) {
        String amount = NoticeText.amount(money, language);
        return money.isEmpty()
                ? amount
                : NoticeText.filled("per." + tenant.calendar().period(), language, amount);
    }

    private void tellAccountManager(TenantId tenant, NoticeText text, Instant now) {
        String address = tenants.get(tenant).profile().contact().email();
        entities.persist(StoredMail.to(address, tenant, text, now));
    }

    private void tellSystemAdmins(TenantId tenant, NoticeText text, Instant now) {
        accounts.activeAdmins(tenant, MOST)
                .forEach(admin -> entities.persist(StoredMail.to(admin.id(), tenant, text, now)));
    }
}
