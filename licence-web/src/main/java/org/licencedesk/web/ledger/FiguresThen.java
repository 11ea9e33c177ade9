package org.licencedesk.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.record.ledger.Ledger;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Frame;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** The three figures as they were at the instant that the address names, in the system's time zone (R38). */
@Named
@RequestScoped
public class FiguresThen {

    private static final String TEXTS = "ledgerText";

    @Inject
    private LedgerPage list;

    @Inject
    private Ledger ledger;

    @Inject
    private PageContext page;

    @Inject
    private CurrentActor actor;

    @Inject
    private Frame frame;

    @Inject
    private Formats formats;

    private final Lazy<Optional<Figures>> figures = new Lazy<>(() -> instant().flatMap(this::at));

    /** @return whether an instant was asked for */
    public boolean isAsked() {
        return !list.address().at().isEmpty();
    }

    /** @return the figures then; none where there are none for what was asked */
    public @Nullable Figures figures() {
        return figures.get().orElse(null);
    }

    /** @return what the figures are those of, or why there are none */
    public String words() {
        return instant()
                .map(at -> page.text(TEXTS, figures() == null ? "at.none" : "at.then", formats.moment(at)))
                .orElseGet(() -> page.text(TEXTS, "at.wrong"));
    }

    private Optional<Instant> instant() {
        try {
            return Optional.of(LocalDateTime.parse(list.address().at()))
                    .filter(at -> at.getYear() > 0 && at.getYear() < 10_000)
                    .map(at -> at.atZone(frame.zone()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Figures> at(Instant instant) {
        try {
            return Optional.of(ledger.figuresAt(actor.tenant(), instant, actor.get()));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }
}
