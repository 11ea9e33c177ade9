package org.licencedesk.messages.mail;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.WithoutPermission;

/** Hands mails out to be sent, each to one node at a time; nothing is locked while it is on its way. */
@Stateless
@WithoutPermission("a step of a job, which nobody calls")
public class MailQueue {

    /** Longer than a mail server is waited for; a node that died over a mail keeps it no longer than this. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** With so many attempts a mail has failed for about an hour, and holds back the tenant's later ones no more. */
    private static final int HELD_BACK_BY = 8;

    private static final Duration KEPT = Duration.ofDays(90);

    private static final int AT_A_TIME = 1_000;

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private MailAddresses addresses;

    @Inject
    private LinkMail linkMail;

    /** @return mails that are to be sent, oldest first, less those that wait for an older one of their tenant */
    public List<UUID> due(Instant now, int most) {
        return entities.createQuery(
                        "select m.id from StoredMail m where m.state = :waiting and m.nextTryAt <= :now"
                                + " and not exists (select 1 from StoredMail older where older.tenantId = m.tenantId"
                                + " and older.id < m.id and older.state = :waiting and older.nextTryAt > :now"
                                + " and older.attempts < :held) order by m.id",
                        UUID.class)
                .setParameter("held", HELD_BACK_BY)
                .setParameter("waiting", NoticeState.WAITING)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * @return the mail to send now; empty if another node has it, or an older one of its tenant is still to be sent, or if
     *     it has no recipient any more and is parked
     */
    public Optional<Notice> claim(UUID id, Instant now) {
        Optional<StoredMail> due = lock(id).filter(mail -> mail.isDue(now)).filter(mail -> !isHeldBack(id, mail));
        if (due.isEmpty()) {
            return Optional.empty();
        }
        StoredMail mail = due.get();
        try {
            Notice ready = ready(mail, now);
            mail.keep(now.plus(LEASE));
            return Optional.of(ready);
        } catch (Undeliverable e) {
            mail.park(e.reason());
            return Optional.empty();
        }
    }

    private Notice ready(StoredMail mail, Instant now) throws Undeliverable {
        Notice notice = addresses.view(mail);
        String recipient = notice.recipient().orElseThrow(() -> new Undeliverable(ParkedReason.NOBODY));
        if (EmailAddress.find(recipient).isEmpty()) {
            throw new Undeliverable(ParkedReason.NO_ADDRESS);
        }
        if (!mail.kind().bringsLink()) {
            return notice;
        }
        return mail.user()
                .flatMap(user -> linkMail.complete(notice, user, now))
                .orElseThrow(() -> new Undeliverable(ParkedReason.NO_LINK));
    }

    /** Notes that the mail server took it; of a person's one-time links, the one in it is now the latest. */
    public void noteSent(UUID id, Instant now) {
        lock(id).ifPresent(mail -> {
            mail.noteSent();
            if (mail.kind().bringsLink()) {
                mail.user().ifPresent(user -> linkMail.noteSent(mail.kind(), user, now));
            }
        });
    }

    /** Notes that it could not be sent; it is tried again for three days. */
    public void noteFailed(UUID id, Instant now) {
        lock(id).ifPresent(mail -> mail.noteFailed(now));
    }

    /** Notes that it could not even be read, as one that a later version wrote; it is looked at again after a while. */
    public void postpone(UUID id, Instant now) {
        entities.createQuery(
                        "update StoredMail set attempts = attempts + 1, nextTryAt = :later where id = :id and state = :waiting")
                .setParameter("later", now.plus(LEASE))
                .setParameter("id", id)
                .setParameter("waiting", NoticeState.WAITING)
                .executeUpdate();
    }

    /** Notes that it can never be sent. */
    public void notePointless(UUID id, ParkedReason reason) {
        lock(id).ifPresent(mail -> mail.park(reason));
    }

    /** Forgets mails of long ago. @return whether there may be more */
    public boolean forgetOld(Instant now) {
        int forgotten = entities.createNativeQuery(
                        "delete from mail where created_at < :before order by created_at limit " + AT_A_TIME)
                .setParameter("before", now.minus(KEPT))
                .executeUpdate();
        return forgotten == AT_A_TIME;
    }

    private boolean isHeldBack(UUID id, StoredMail mail) {
        return !entities.createQuery(
                        "select 1 from StoredMail where tenantId = :tenant and id < :id and state = :waiting"
                                + " and attempts < :held",
                        Integer.class)
                .setParameter("tenant", mail.tenant().value())
                .setParameter("id", id)
                .setParameter("waiting", NoticeState.WAITING)
                .setParameter("held", HELD_BACK_BY)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private Optional<StoredMail> lock(UUID id) {
        return Optional.ofNullable(entities.find(StoredMail.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
