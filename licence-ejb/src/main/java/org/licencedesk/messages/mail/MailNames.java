package org.licencedesk.messages.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.people.access.ActorName;
import org.licencedesk.people.access.ActorNames;
import org.licencedesk.people.access.Names;

/**
 * The names of those who did what a mail tells of. What is stored names nobody, so that erasing leaves nothing in it (R22):
 * the names are put in whenever a mail is sent or shown.
 */
@ApplicationScoped
class MailNames {

    /** No text that anybody typed holds a control character. */
    private static final String LIMIT = "\u0001";

    private static final Pattern PLACE = Pattern.compile(LIMIT + "([^" + LIMIT + "]+)" + LIMIT);

    @Inject
    private ActorNames actorNames;

    /** @return what stands for the actor's name in what is stored */
    static String place(Actor actor) {
        return LIMIT + actor.label() + LIMIT;
    }

    /** @return the mails with the names that the actors have now */
    List<Notice> fill(TenantId tenant, List<Notice> mails) {
        Set<String> labels = mails.stream()
                .flatMap(mail -> PLACE.matcher(mail.text()).results())
                .map(place -> place.group(1))
                .collect(Collectors.toSet());
        if (labels.isEmpty()) {
            return mails;
        }
        Names names = actorNames.of(tenant, labels, Set.of(), Actor.installation());
        return mails.stream()
                .map(mail -> mail.withText(filled(mail.text(), names)))
                .toList();
    }

    private static String filled(String text, Names names) {
        Locale language = NoticeText.configuredLanguage();
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(say(names.of(place.group(1)), language)));
    }

    /** The name is isolated in its direction (R43). */
    private static String say(ActorName actor, Locale language) {
        String key = "actor." + actor.kind();
        return actor.name()
                .map(name -> NoticeText.filled(key, language, "\u2068" + name + "\u2069"))
                .orElseGet(() -> NoticeText.filled(key + ".unknown", language));
    }
}
