package org.licencedesk.web.systems;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Role;
import org.licencedesk.vendor.portfolio.PortfolioOverview;
import org.licencedesk.vendor.portfolio.SystemList;
import org.licencedesk.vendor.portfolio.SystemSort;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /systems}: the systems of the account manager's portfolio, as the address says (R2). */
@Named
@RequestScoped
public class SystemsPage {

    @Inject
    private PortfolioOverview overview;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageContext page;

    private SystemsAddress address = SystemsAddress.of(Map.of());

    private final Lazy<SystemList> list = new Lazy<>(() -> overview.list(address.query(), actor.get()));

    /** Reads the address. */
    @PostConstruct
    void read() {
        address = SystemsAddress.of(page.request().getParameterMap());
    }

    /** @return the words for who looks at it: what waits for an account manager waits for nobody else */
    public ResourceBundle getTexts() {
        return page.texts(actor.get().role() == Role.OPERATOR ? "operatorText" : "systemsText");
    }

    /** @return what the address asks for */
    public SystemsAddress address() {
        return address;
    }

    /** @return the systems of the page */
    public SystemList list() {
        return list.get();
    }

    /** @return the address of the page before, or blank */
    public String previous() {
        return list().page() > 1 ? address.at(list().page() - 1).toString() : "";
    }

    /** @return the address of the next page, or blank */
    public String next() {
        return list().page() < list().pages() ? address.at(list().page() + 1).toString() : "";
    }

    /** @return how the column is sorted, as {@code aria-sort} takes it */
    public @Nullable String sorted(SystemSort.Key key) {
        SystemSort sort = address.sort();
        return sort.key() == key ? (sort.descending() ? "descending" : "ascending") : null;
    }
}
