package org.licencedesk.web.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.licencedesk.people.setup.SetupStep;
import org.licencedesk.seats.allowance.AllowanceState;
import org.licencedesk.seats.directory.Count;
import org.licencedesk.seats.directory.User;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.page.PageContext;

/** Says in words what the wizard shows. */
@Named
@RequestScoped
public class SetupWords {

    private static final String TEXTS = "setupText";

    @Inject
    private SetupWizard wizard;

    @Inject
    private Formats formats;

    @Inject
    private PageContext page;

    /**
     * A step in the list of steps.
     *
     * @param current {@code step} if it is the one on screen, as {@code aria-current} takes it
     */
    public record Step(
            String text,
            String address,
            String styleClass,
            @Nullable String current) {}

    /** @return the steps in their order */
    public List<Step> getSteps() {
        SetupStep shown = wizard.getStep();
        boolean finished = wizard.state().finished();
        return Stream.of(SetupStep.values())
                .map(step -> new Step(
                        say("step." + step),
                        SetupAddress.of(step),
                        step != shown && (finished || step.compareTo(shown) < 0) ? "done" : "",
                        step == shown ? "step" : null))
                .toList();
    }

    /** @return the title of the page */
    public String getTitle() {
        return say("wizard.titled", say("step." + wizard.getStep()));
    }

    /** @return what a licence costs, named after the billing period */
    public String pricePerSeat(AllowanceState allowance) {
        return say("licence.price." + allowance.period());
    }

    /** @return when the next invoice falls */
    public String nextInvoice(AllowanceState allowance) {
        return say("licence.nextInvoice", formats.date(allowance.nextInvoice().date()));
    }

    /** @return what will become of the person who is being added */
    public String becomes(SetupUsersPage asking) {
        return say(
                "users.becomes",
                asking.getForm().getDisplayName(),
                page.text("usersText", "status." + asking.getForm().getStatus()));
    }

    /** @return whose link it is */
    public String linkOf(User user) {
        return say("users.linkOf", user.displayName());
    }

    /** @return the button that copies somebody's link */
    public String copyLinkOf(User user) {
        return say("users.copyLinkOf", user.displayName());
    }

    /** @return the button that deletes somebody */
    public String delete(User user) {
        return say("users.deleteWho", user.displayName());
    }

    /** @return what deleting them does to licences */
    public String deleteWhat(User user) {
        return say(user.status().occupiesSeat() ? "users.delete.frees" : "users.delete.plain");
    }

    /** @return how many of how many users are in the list */
    public String listed(int shown, Count count) {
        String all = formats.number(count.number());
        return count.number() <= shown && !count.more()
                ? say("users.all", count.number())
                : say(count.more() ? "users.newest.more" : "users.newest", formats.number(shown), all);
    }

    private String say(String key, Object... facts) {
        return page.text(TEXTS, key, facts);
    }
}
