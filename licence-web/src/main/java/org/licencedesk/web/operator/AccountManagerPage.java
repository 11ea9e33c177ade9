package org.licencedesk.web.operator;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.Text;
import org.licencedesk.people.access.AccountManagerAccess;
import org.licencedesk.people.access.EnrolledManager;
import org.licencedesk.people.access.NewToken;
import org.licencedesk.people.access.TokenDescription;
import org.licencedesk.people.access.Tokens;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.ListAddress;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Paging;
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.signin.SignInAddress;

/** {@code /operator/account-managers/ID}: one account manager, what lets them in and what ends it (R54). */
@Named
@ViewScoped
public class AccountManagerPage implements Serializable {

    private static final String TEXTS = "operatorText";

    private static final String FORM = "accessForm";

    private static final String TOKENS = "tokenForm";

    private static final int ROWS = 50;

    @Inject
    private AccountManagerAccess access;

    @Inject
    private Tokens tokens;

    @Inject
    private OperatorAddress address;

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

    private @Nullable ManagerId id;

    private String after = "";

    private String tokenName = "";

    private String link = "";

    private String token = "";

    private final Lazy<Optional<EnrolledManager>> found = new Lazy<>(this::read);

    private final Lazy<Page<TokenDescription>> list = new Lazy<>(this::readTokens);

    /** Reads the address. */
    @PostConstruct
    void begin() {
        id = ManagerId.parse(address.rest()).orElse(null);
        after = ListAddress.asked(page.request().getParameterMap())
                .text("tokens")
                .orElse("");
    }

    private Optional<EnrolledManager> read() {
        try {
            return Optional.ofNullable(id).map(known -> access.show(known, actor.get()));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    private Page<TokenDescription> readTokens() {
        ManagerId known = manager().id();
        return Paging.read(
                Optional.of(after).filter(place -> !place.isEmpty()),
                ROWS,
                wanted -> tokens.list(known, wanted, actor.get()));
    }

    /** Shows the error page where there is no such account manager. */
    public void require() {
        if (found.get().isEmpty()) {
            page.fail(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** @return the account manager */
    public EnrolledManager manager() {
        return found.get().orElseThrow(NotFound::new);
    }

    /** @return the tokens that are not revoked, oldest first */
    public Page<TokenDescription> tokens() {
        return list.get();
    }

    /** @return the address of the next tokens, or blank */
    public String next() {
        return tokens().next()
                .map(place -> ListAddress.of(
                                "/operator/account-managers/" + manager().id().value())
                        .with("tokens", place)
                        .toString())
                .orElse("");
    }

    /** Makes a link in place of the earlier ones, and shows it. */
    public void issueLink() {
        refusals.run(FORM, () -> access.issueLink(manager().id(), actor.get()))
                .ifPresent(secret -> link = signInAddress.of(secret));
    }

    /** Shuts the account manager out. */
    public void disable() {
        refusals.run(FORM, () -> access.disable(manager().id(), actor.get()))
                .ifPresent(changed -> say("managers.disabled"));
    }

    /** Lets the account manager sign in again. */
    public void readmit() {
        refusals.run(FORM, () -> access.readmit(manager().id(), actor.get()))
                .ifPresent(changed -> say("managers.readmitted"));
    }

    private void say(String done) {
        found.forget();
        list.forget();
        link = "";
        toasts.say(page.text(TEXTS, done, manager().contact().name()));
    }

    /** Makes a token of the name that is typed, and shows it. */
    public void issueToken() {
        refusals.run(
                        TOKENS,
                        () -> tokens.issue(
                                manager().id(), new NewToken(Text.stripped(tokenName), Optional.empty()), actor.get()))
                .ifPresent(issued -> {
                    token = issued.secret().text();
                    tokenName = "";
                    list.forget();
                });
    }

    /** Revokes the token that the button names; one that is gone already needs nothing. */
    public void revoke() {
        Identifiers.parse(Optional.ofNullable(page.request().getParameter("token"))
                        .orElse(""))
                .filter(wanted ->
                        refusals.done(TOKENS, () -> tokens.revoke(manager().id(), wanted, actor.get())))
                .ifPresent(gone -> toasts.say(page.text(TEXTS, "tokens.revoked")));
        list.forget();
    }

    /** @return the link, which is shown this once; or blank */
    public String getLink() {
        return link;
    }

    /** @return the token, which is shown this once; or blank */
    public String getToken() {
        return token;
    }

    /** @return the name of a new token that is typed */
    public String getTokenName() {
        return tokenName;
    }

    /** Sets the name of a new token that is typed. */
    public void setTokenName(String text) {
        tokenName = text;
    }
}
