package org.licencedesk.web.operator;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.OperatorId;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.Text;
import org.licencedesk.people.access.EnrolledOperator;
import org.licencedesk.people.access.NewOperator;
import org.licencedesk.people.access.OperatorAccess;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.ListAddress;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Paging;
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.signin.SignInAddress;

/** {@code /operator/operators}: who of the vendor's staff operates the installation (R2). */
@Named
@ViewScoped
public class OperatorsPage implements Serializable {

    private static final String TEXTS = "operatorText";

    private static final String FORM = "operator";

    private static final String LIST = "operators";

    private static final int ROWS = 50;

    @Inject
    private OperatorAccess operators;

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

    private String linkOf = "";

    private String link = "";

    private final Lazy<Page<EnrolledOperator>> list = new Lazy<>(this::read);

    /** Reads the address. */
    @PostConstruct
    void begin() {
        after = ListAddress.asked(page.request().getParameterMap())
                .text("after")
                .orElse("");
    }

    private Page<EnrolledOperator> read() {
        return Paging.read(
                Optional.of(after).filter(place -> !place.isEmpty()),
                ROWS,
                wanted -> operators.list(wanted, actor.get()));
    }

    /** @return the operators of the page, by mail address */
    public Page<EnrolledOperator> list() {
        return list.get();
    }

    /** @return the address of the next page, or blank */
    public String next() {
        return list().next()
                .map(place -> ListAddress.of("/operator/operators")
                        .with("after", place)
                        .toString())
                .orElse("");
    }

    /** Adds an operator, and shows the link by which they set their password. */
    public void add() {
        if (!refusals.accepts(FORM, List.of(() -> Text.name("name", Text.stripped(name)), this::address))) {
            return;
        }
        refusals.run(
                        FORM,
                        () -> operators.enrol(
                                new NewOperator(Text.stripped(name), address()), Optional.empty(), actor.get()))
                .ifPresent(added -> {
                    toasts.say(page.text(TEXTS, "operators.added", added.name()));
                    linkOf = added.name();
                    link = added.signInLink().map(signInAddress::of).orElse("");
                    name = "";
                    email = "";
                    list.forget();
                });
    }

    private EmailAddress address() {
        return new EmailAddress(Text.stripped(email));
    }

    /** Shows a new link of the operator whom the button names. */
    public void issueLink() {
        named().flatMap(who -> refusals.run(LIST, () -> operators.issueLink(who.id(), actor.get()))
                        .map(secret -> new String[] {who.name(), signInAddress.of(secret)}))
                .ifPresent(made -> {
                    linkOf = made[0];
                    link = made[1];
                });
    }

    /** Shuts the operator out whom the button names. */
    public void disable() {
        change(who -> operators.disable(who, actor.get()), "operators.disabled");
    }

    /** Lets the operator whom the button names sign in again. */
    public void readmit() {
        change(who -> operators.readmit(who, actor.get()), "operators.readmitted");
    }

    private void change(Function<OperatorId, EnrolledOperator> change, String done) {
        named().flatMap(who -> refusals.run(LIST, () -> change.apply(who.id())))
                .ifPresent(changed -> toasts.say(page.text(TEXTS, done, changed.name())));
        list.forget();
    }

    /** A row may have gone to another place meanwhile, so buttons say whom they mean. */
    private Optional<EnrolledOperator> named() {
        Optional<OperatorId> wanted =
                Optional.ofNullable(page.request().getParameter("who")).flatMap(OperatorId::parse);
        return list().items().stream()
                .filter(operator -> wanted.filter(operator.id()::equals).isPresent())
                .findFirst();
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
}
