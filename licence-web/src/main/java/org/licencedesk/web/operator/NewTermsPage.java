package org.licencedesk.web.operator;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Text;
import org.licencedesk.seats.terms.PublishTerms;
import org.licencedesk.seats.terms.PublishedTerms;
import org.licencedesk.seats.terms.TermsAltered;
import org.licencedesk.seats.terms.TermsLibrary;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/**
 * {@code /operator/new-terms}: a new version of the terms is written, looked at beside the one in force, and published.
 * What is published is just what was looked at (R29).
 */
@Named
@ViewScoped
public class NewTermsPage implements Serializable {

    private static final String FORM = "newTerms";

    private static final String GERMAN = "de";

    private static final String TRANSLATIONS = "translations/";

    /** What was looked at. */
    private record Draft(String version, String text, Map<String, String> translations) implements Serializable {}

    @Inject
    private TermsLibrary library;

    @Inject
    private CurrentActor actor;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    @Inject
    private PageContext page;

    private String version = "";

    private String text = "";

    private String german = "";

    private @Nullable Draft draft;

    /** Begins with the text in force, so that the new one is a change of it. */
    @PostConstruct
    void begin() {
        inForce().ifPresent(now -> {
            text = now.text();
            german = now.in(GERMAN).orElse("");
        });
    }

    /** Shows how the text will look, and what it changes. */
    public void look() {
        Draft typed = new Draft(
                Text.stripped(version), plain(text), german.isBlank() ? Map.of() : Map.of(GERMAN, plain(german)));
        if (check(() -> command(typed))) {
            draft = typed;
        }
    }

    /** Browsers send lines with the ends of another system; the text is the same wherever it was typed. */
    private static String plain(String typed) {
        return typed.replace("\r\n", "\n");
    }

    private boolean check(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (InvalidValue e) {
            refuse(e);
            return false;
        }
    }

    private void refuse(InvalidValue wrong) {
        refusals.show(
                FORM,
                wrong.field().startsWith(TRANSLATIONS)
                        ? new InvalidValue(wrong.field().substring(TRANSLATIONS.length()), wrong.problem())
                        : wrong);
    }

    private PublishTerms command(Draft wanted) {
        return new PublishTerms(wanted.version(), wanted.text(), wanted.translations(), actor.get());
    }

    /** Goes back to the fields. */
    public void back() {
        draft = null;
    }

    /** Publishes what was looked at. */
    public void publish() {
        Draft shown = draft;
        if (shown == null) {
            return;
        }
        refusals.run(FORM, () -> library.publish(command(shown)))
                .ifPresentOrElse(
                        published -> {
                            toasts.say(page.text("operatorText", "newTerms.done", shown.version()));
                            page.redirect("/operator/terms");
                        },
                        this::back);
    }

    private Optional<PublishedTerms> inForce() {
        try {
            return Optional.of(library.current());
        } catch (NotFound | TermsAltered e) {
            return Optional.empty();
        }
    }

    /** @return the version in force, or blank */
    public String getBefore() {
        return inForce().map(now -> now.reference().version()).orElse("");
    }

    /** @return what is looked at before it is published */
    public boolean isLooking() {
        return draft != null;
    }

    /** @return what the text that is looked at changes of the one in force */
    public List<TermsDiff.Line> changes() {
        return Optional.ofNullable(draft)
                .flatMap(shown -> inForce().map(now -> TermsDiff.between(now.text(), shown.text())))
                .orElse(List.of());
    }

    /** @return the text that is looked at, as it will be read */
    public String getShownText() {
        return Optional.ofNullable(draft).map(Draft::text).orElse("");
    }

    /** @return the German text that is looked at, or blank */
    public String getShownGerman() {
        return Optional.ofNullable(draft)
                .flatMap(shown -> Optional.ofNullable(shown.translations().get(GERMAN)))
                .orElse("");
    }

    /** @return the version that is typed */
    public String getVersion() {
        return version;
    }

    /** Sets the version that is typed. */
    public void setVersion(String typed) {
        version = typed;
    }

    /** @return the binding text that is typed */
    public String getText() {
        return text;
    }

    /** Sets the binding text that is typed. */
    public void setText(String typed) {
        text = typed;
    }

    /** @return the German translation that is typed */
    public String getGerman() {
        return german;
    }

    /** Sets the German translation that is typed. */
    public void setGerman(String typed) {
        german = typed;
    }
}
