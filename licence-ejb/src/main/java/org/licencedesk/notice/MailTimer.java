package org.licencedesk.notice;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.licencedesk.kernel.BackgroundWork;
import org.licencedesk.kernel.TimeSource;

/** Sets the sending of mails going, on every node. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailTimer {

    @Inject
    private MailRound round;

    @Inject
    private MailQueue queue;

    @Inject
    private TimeSource time;

    /** Runs every five seconds, unless the time before still runs. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void send() {
        BackgroundWork.run(round::send);
    }

    /** Runs every hour. */
    @Schedule(hour = "*", minute = "27", persistent = false)
    void forgetOld() {
        BackgroundWork.run(() -> {
            boolean more;
            do {
                more = queue.forgetOld(time.now());
            } while (more);
        });
    }
}
