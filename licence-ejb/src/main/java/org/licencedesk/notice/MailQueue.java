package org.licencedesk.notice;

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

/** Hands mails out to be sent, each to one node at a time; nothing is locked while it is on its way. */
@Stateless
public class MailQueue {

    /** Longer than a mail server is waited for; a node that died over a mail keeps it no longer than this. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofDays(90);

    private static final int AT_A_TIME = 1_000;

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private MailAddresses addresses;

    /** @return mails that are to be sent, oldest first */
    public List<UUID> due(Instant now, int most) {
        return entities.createQuery(
                        "select id from StoredMail where state = :waiting and nextTryAt <= :now order by nextTryAt",
                        UUID.class)
                .setParameter("waiting", NoticeState.WAITING)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return the mail to send now; empty if another node has it, or if it has no recipient any more and is parked */
    public Optional<Notice> claim(UUID id, Instant now) {
        Optional<StoredMail> due = lock(id).filter(mail -> mail.isDue(now));
        Optional<Notice> notice = due.map(addresses::view);
        if (notice.isPresent() && notice.get().recipient().isEmpty()) {
            due.get().park();
            return Optional.empty();
        }
        due.ifPresent(mail -> mail.keep(now.plus(LEASE)));
        return notice;
    }

    /** Notes that the mail server took it. */
    public void noteSent(UUID id) {
        lock(id).ifPresent(StoredMail::noteSent);
    }

    /** Notes that it could not be sent; it is tried again for three days. */
    public void noteFailed(UUID id, Instant now) {
        lock(id).ifPresent(mail -> mail.noteFailed(now));
    }

    /** Notes that it can never be sent. */
    public void notePointless(UUID id) {
        lock(id).ifPresent(StoredMail::park);
    }

    /** Forgets mails of long ago. @return whether there may be more */
    public boolean forgetOld(Instant now) {
        int forgotten = entities.createNativeQuery(
                        "delete from mail where created_at < :before order by created_at limit " + AT_A_TIME)
                .setParameter("before", now.minus(KEPT))
                .executeUpdate();
        return forgotten == AT_A_TIME;
    }

    private Optional<StoredMail> lock(UUID id) {
        return Optional.ofNullable(entities.find(StoredMail.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
