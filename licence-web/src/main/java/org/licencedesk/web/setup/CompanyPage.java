package org.licencedesk.web.setup;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Text;
import org.licencedesk.people.setup.ChangeCompany;
import org.licencedesk.people.setup.Company;
import org.licencedesk.people.setup.CompanyDetails;
import org.licencedesk.people.setup.SetupStep;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.ZoneChoices;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /setup/company}: the system's name and its time zone. */
@Named
@ViewScoped
public class CompanyPage implements Serializable {

    private static final String FORM = "company";

    @Inject
    private CompanyDetails details;

    @Inject
    private CurrentActor actor;

    @Inject
    private Refusals refusals;

    @Inject
    private PageContext page;

    private String name = "";

    private String timeZone = ZoneChoices.UTC;

    private boolean settled;

    private long revision;

    private transient @Nullable Company theirs;

    /** Reads the details as they stand. */
    @PostConstruct
    void read() {
        show(stored());
    }

    private void show(Company company) {
        name = company.name();
        timeZone = company.timeZone().getId();
        settled = company.timeZoneSettled();
        revision = company.revision();
        theirs = null;
    }

    /** Saves what is typed and goes on; where somebody else changed the details meanwhile, both versions are shown. */
    public void save() {
        try {
            if (refusals.done(FORM, () -> details.change(command()))) {
                page.redirect(SetupAddress.of(SetupStep.LICENCE));
            } else {
                settle(stored());
            }
        } catch (ChangedMeanwhile e) {
            Company found = stored();
            theirs = found;
            revision = found.revision();
            settle(found);
        }
    }

    /** A time zone that stays as it is cannot be chosen any more. */
    private void settle(Company company) {
        settled = company.timeZoneSettled();
        if (settled) {
            timeZone = company.timeZone().getId();
        }
    }

    private ChangeCompany command() {
        return new ChangeCompany(
                actor.tenant(),
                Text.stripped(name),
                ZoneId.of(timeZone),
                Expected.oneOf(Set.of(revision)),
                actor.get());
    }

    /** Gives what is typed up for the version of somebody else. */
    public void takeTheirs() {
        show(stored());
    }

    private Company stored() {
        return details.of(actor.tenant(), actor.get());
    }

    /** @return the time zones to choose from; the present one is among them, whatever it is */
    public List<String> getZones() {
        return ZoneChoices.with(timeZone);
    }

    /** @return whether the time zone stays as it is */
    public boolean isSettled() {
        return settled;
    }

    /** @return the version that somebody else saved meanwhile, if there is one */
    public @Nullable Company getTheirs() {
        return theirs;
    }

    /** @return the name that is typed */
    public String getName() {
        return name;
    }

    /** Sets the name that is typed. */
    public void setName(String text) {
        name = text;
    }

    /** @return the time zone that is chosen */
    public String getTimeZone() {
        return timeZone;
    }

    /** Sets the time zone that is chosen. */
    public void setTimeZone(String id) {
        timeZone = id;
    }
}
