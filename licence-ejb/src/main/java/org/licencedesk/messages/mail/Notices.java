package org.licencedesk.messages.mail;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.platform.Settings;

/** Shows the mails that were written about a tenant, sent or not. */
@Stateless
public class Notices {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private MailAddresses addresses;

    /** @return whether mails leave the installation; without a mail server they are kept, and wait */
    @WithoutPermission("says how the installation is set up")
    public boolean areSent() {
        return MailServer.configured(Settings.ofProcess()).isPresent();
    }

    /** @return whether mails can bring one-time links: there are a mail server and a configured address to lead to */
    @WithoutPermission("says how the installation is set up")
    public boolean bringLinks() {
        return LinkMail.isPossible(Settings.ofProcess());
    }

    /** @return the mails to the user that are kept, oldest first; with the address that the user has now, if any */
    public List<Notice> to(TenantId tenant, UserId user, Actor actor) {
        Permission.EXPORT_USERS.require(actor, tenant);
        return addresses.view(
                tenant,
                entities.createQuery(
                                "from StoredMail where lane = :tenant and userId = :user order by id", StoredMail.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("user", user.value())
                        .getResultList());
    }

    /**
     * @param page which page of the list
     * @return the mails, latest first
     * @throws InvalidValue if the cursor is none
     */
    public Page<Notice> list(TenantId tenant, PageRequest page, Actor actor) {
        Permission.SEE_NOTICES.require(actor, tenant);
        UUID after = page.identity().orElse(Identifiers.LAST);
        List<Notice> found = addresses.view(
                tenant,
                entities.createQuery(
                                "from StoredMail where lane = :tenant and id < :after order by id desc",
                                StoredMail.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("after", after)
                        .setMaxResults(page.rows())
                        .getResultList());
        return page.of(found, notice -> notice.id().toString());
    }
}
