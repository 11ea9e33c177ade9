package org.licencedesk.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.licencedesk.kernel.Page;
import org.licencedesk.people.access.TokenDescription;
import org.licencedesk.people.access.Tokens;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.ListAddress;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Paging;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /operator/tokens}: the tokens by which the vendor's systems operate the installation (R54). */
@Named
@RequestScoped
public class OperatorTokensPage {

    private static final int ROWS = 50;

    @Inject
    private Tokens tokens;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageContext page;

    private final Lazy<Page<TokenDescription>> list = new Lazy<>(this::read);

    private Page<TokenDescription> read() {
        return Paging.read(
                ListAddress.asked(page.request().getParameterMap()).text("after"),
                ROWS,
                wanted -> tokens.listOfOperators(wanted, actor.get()));
    }

    /** @return the tokens that are not revoked, oldest first */
    public Page<TokenDescription> list() {
        return list.get();
    }

    /** @return the address of the next page, or blank */
    public String next() {
        return list().next()
                .map(after ->
                        ListAddress.of("/operator/tokens").with("after", after).toString())
                .orElse("");
    }
}
