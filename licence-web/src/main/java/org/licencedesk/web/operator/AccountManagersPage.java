package org.licencedesk.web.operator;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.Text;
import org.licencedesk.people.access.AccountManagerEnrolment;
import org.licencedesk.people.access.EnrolledManager;
import org.licencedesk.seats.tenant.Contact;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.ListAddress;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Paging;
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.signin.SignInAddress;

/** {@code /operator/account-managers}: the account managers, and a form for a new one (R2). */
@Named
@ViewScoped
public class AccountManagersPage implements Serializable {

    private static final String FORM = "accountManager";

    private static final int ROWS = 50;

    @Inject
    private AccountManagerEnrolment managers;

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

    private String after = "";

    private String name = "";

    private String email = "";

    private String phone = "";

    private String linkOf = "";

    private String link = "";

    private final Lazy<Page<EnrolledManager>> list = new Lazy<>(this::read);

    /** Reads the address. */
    @PostConstruct
    void begin() {
        after = ListAddress.asked(page.request().getParameterMap())
                .text("after")
                .orElse("");
    }

    private Page<EnrolledManager> read() {
        return Paging.read(
                Optional.of(after).filter(place -> !place.isEmpty()),
                ROWS,
                wanted -> managers.list(wanted, actor.get()));
    }

    /** @return the account managers of the page, by mail address */
    public Page<EnrolledManager> list() {
        return list.get();
    }

    /** @return the address of the next page, or blank */
    public String next() {
        return list().next()
                .map(place -> ListAddress.of("/operator/account-managers")
                        .with("after", place)
                        .toString())
                .orElse("");
    }

    /** Adds an account manager, and shows the link by which they set their password. */
    public void add() {
        Typed typed = new Typed(Text.stripped(name), Text.stripped(email), Text.stripped(phone));
        if (!refusals.accepts(FORM, typed.fields())) {
            return;
        }
        refusals.run(FORM, () -> managers.enrol(typed.contact(), Optional.empty(), actor.get()))
                .ifPresent(this::show);
    }

    private void show(EnrolledManager added) {
        toasts.say(page.text("operatorText", "managers.added", added.contact().name()));
        linkOf = added.contact().name();
        link = added.signInLink().map(signInAddress::of).orElse("");
        name = "";
        email = "";
        phone = "";
        list.forget();
    }

    /** @return whose link is shown */
    public String getLinkOf() {
        return linkOf;
    }

    /** @return the link, which is shown this once; or blank */
    public String getLink() {
        return link;
    }

    /** @return the name that is typed */
    public String getName() {
        return name;
    }

    /** Sets the name that is typed. */
    public void setName(String text) {
        name = text;
    }

    /** @return the mail address that is typed */
    public String getEmail() {
        return email;
    }

    /** Sets the mail address that is typed. */
    public void setEmail(String text) {
        email = text;
    }

    /** @return the phone number that is typed */
    public String getPhone() {
        return phone;
    }

    /** Sets the phone number that is typed. */
    public void setPhone(String text) {
        phone = text;
    }

    private record Typed(String name, String email, String phone) {

        List<Supplier<?>> fields() {
            return List.of(
                    () -> Text.name("name", name),
                    () -> EmailAddress.of("email", email),
                    () -> Text.line("phone", phone, Contact.LONGEST_PHONE));
        }

        Contact contact() {
            return Contact.checked(name, email, phone);
        }
    }
}
