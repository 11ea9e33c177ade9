package org.licencedesk.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.platform.Contention;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.support.ProblemType;

/** The pages' translator of violations: what a use case refuses is said at the field it is about, or above the form. */
@Named
@RequestScoped
public class Refusals {

    private static final String TEXTS = "frameText";

    /** Refusals that are about one field. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry(ProblemType.USER_NAME_TAKEN.code(), "userName"),
            Map.entry(ProblemType.EMAIL_MISSING.code(), "email"),
            Map.entry(ProblemType.OPERATOR_EMAIL_TAKEN.code(), "email"),
            Map.entry(ProblemType.ACCOUNT_MANAGER_EMAIL_TAKEN.code(), "email"),
            Map.entry(ProblemType.SLUG_TAKEN.code(), "slug"),
            Map.entry(ProblemType.TERMS_VERSION_TAKEN.code(), "version"));

    @Inject
    private PageContext page;

    /**
     * Runs a change, again if it lost to another one, and says why if it is refused.
     *
     * @param form the id of the form that asks
     * @return what the change returned, or empty if it was refused
     * @throws IncreaseNotConfirmed if an increase is to be confirmed first, which is for the page to ask
     * @throws ChangedMeanwhile if what was to be changed is not as the page showed it, which is for the page to show
     */
    public <T> Optional<T> run(String form, Supplier<T> change) {
        try {
            return Optional.of(Contention.retrying(change));
        } catch (IncreaseNotConfirmed | ChangedMeanwhile e) {
            throw e;
        } catch (RuleViolation e) {
            show(form, e);
            return Optional.empty();
        }
    }

    /**
     * As {@link #run}, for a change that returns nothing.
     *
     * @return whether it was done
     */
    public boolean done(String form, Runnable change) {
        return run(form, () -> {
                    change.run();
                    return true;
                })
                .isPresent();
    }

    /**
     * Says at each field what is wrong with it, and not at the first alone.
     *
     * @param form the id of the form that asks
     * @param values make the values of its fields
     * @return whether all can be what they should be
     */
    public boolean accepts(String form, List<Supplier<?>> values) {
        List<InvalidValue> wrong = faults(values);
        wrong.forEach(fault -> show(form, fault));
        return wrong.isEmpty();
    }

    /**
     * @param values make the values of a form's fields
     * @return what they refuse, in their order
     */
    public static List<InvalidValue> faults(List<Supplier<?>> values) {
        return values.stream().flatMap(value -> fault(value).stream()).toList();
    }

    private static Optional<InvalidValue> fault(Supplier<?> value) {
        try {
            Object unused = value.get();
            return Optional.empty();
        } catch (InvalidValue e) {
            return Optional.of(e);
        }
    }

    /** Says why something was refused. */
    public void show(String form, RuleViolation refusal) {
        if (refusal instanceof InvalidValue wrong) {
            page.refuseAt(form + ":" + wrong.field(), text(wrong));
            return;
        }
        String text = text(refusal.code());
        Optional.ofNullable(FIELDS.get(refusal.code()))
                .ifPresentOrElse(field -> page.refuseAt(form + ":" + field, text), () -> page.refuse(text));
    }

    /** @return what is wrong with the field, and what to enter there */
    private String text(InvalidValue wrong) {
        String general = "wrong." + wrong.problem();
        String own = general + "." + wrong.field();
        return page.text(TEXTS, page.hasText(TEXTS, own) ? own : general);
    }

    /** @return what the code means, in the reader's language */
    public String text(String code) {
        return ProblemType.find(code).orElseThrow().detail(page.locale());
    }
}
