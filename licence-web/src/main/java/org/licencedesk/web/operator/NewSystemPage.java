package org.licencedesk.web.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.licencedesk.people.setup.CreatedTenant;
import org.licencedesk.people.setup.TenantCreation;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.ZoneChoices;
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.signin.SignInAddress;

/** {@code /operator/new-system}: creates a system with its first System Admin (R2). */
@Named
@ViewScoped
public class NewSystemPage implements Serializable {

    private static final String FORM = "newSystem";

    @Inject
    private TenantCreation creation;

    @Inject
    private CurrentActor actor;

    @Inject
    private SignInAddress signInAddress;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    @Inject
    private PageContext page;

    private NewSystemForm form = new NewSystemForm();

    private String slug = "";

    private String admin = "";

    private String link = "";

    /** Creates the system, and shows the link by which its first System Admin sets a password. */
    public void create() {
        if (refusals.accepts(FORM, form.fields())) {
            refusals.run(FORM, () -> creation.create(form.command(), actor.get()))
                    .ifPresent(this::show);
        }
    }

    private void show(CreatedTenant created) {
        toasts.say(page.text("operatorText", "newSystem.done", created.tenant().name()));
        slug = created.tenant().slug().text();
        admin = created.firstAdmin().displayName();
        link = created.signInLink().map(signInAddress::of).orElse("");
        form = new NewSystemForm();
    }

    /** @return what is typed */
    public NewSystemForm getForm() {
        return form;
    }

    /** @return the billing periods that there are */
    public BillingPeriod[] getPeriods() {
        return BillingPeriod.values();
    }

    /** @return the time zones to choose from */
    public List<String> getZones() {
        return ZoneChoices.with(ZoneChoices.UTC);
    }

    /** @return the slug of the system that was created last, or blank */
    public String getSlug() {
        return slug;
    }

    /** @return whose link is shown */
    public String getAdmin() {
        return admin;
    }

    /** @return the link, which is shown this once; or blank */
    public String getLink() {
        return link;
    }
}
