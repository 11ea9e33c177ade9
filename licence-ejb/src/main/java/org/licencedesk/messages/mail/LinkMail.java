package org.licencedesk.messages.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.UserId;
import org.licencedesk.people.access.LinkOrigin;
import org.licencedesk.people.access.MailedLinks;
import org.licencedesk.platform.PublicUrl;
import org.licencedesk.platform.Settings;

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
                .flatMap(url -> links.issue(user, origin(notice.kind()), now).map(url::signInLink))
                .map(notice::withLink);
    }

    /** Ends the links before the one that a mail of that kind brought. */
    void noteSent(NoticeKind kind, UserId user, Instant now) {
        links.noteSent(user, origin(kind), now);
    }

    private static LinkOrigin origin(NoticeKind kind) {
        return kind == NoticeKind.PASSWORD_FORGOTTEN ? LinkOrigin.FORGOTTEN : LinkOrigin.HANDED_OVER;
    }
}
