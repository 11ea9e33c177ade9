package org.licencedesk.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.licencedesk.access.MailedLinks;
import org.licencedesk.kernel.PublicUrl;
import org.licencedesk.kernel.Settings;
import org.licencedesk.kernel.UserId;

/** Puts the one-time link into a mail, when it is sent. It leads to the configured address and to no other. */
@ApplicationScoped
class LinkMail {

    @Inject
    private MailedLinks links;

    static boolean isPossible(Settings settings) {
        return MailServer.configured(settings).isPresent()
                && PublicUrl.configured(settings).isPresent();
    }

    /** @return the mail as it goes out; empty if the user cannot sign in any more, or there is no address to lead to */
    Optional<Notice> complete(Notice notice, UserId user, Instant now) {
        return PublicUrl.configured(Settings.ofProcess())
                .flatMap(url -> links.issue(user, now).map(url::signInLink))
                .map(notice::withLink);
    }
}
