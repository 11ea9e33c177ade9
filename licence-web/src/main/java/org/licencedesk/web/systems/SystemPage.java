package org.licencedesk.web.systems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.people.access.ActorNames;
import org.licencedesk.people.access.Names;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.tenant.TenantProfile;
import org.licencedesk.vendor.portfolio.PortfolioOverview;
import org.licencedesk.vendor.portfolio.SystemDetail;
import org.licencedesk.web.allowance.AllowancePanel;
import org.licencedesk.web.allowance.Subject;
import org.licencedesk.web.frame.Who;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/**
 * {@code /systems/SLUG}: one system of the portfolio. It is read afresh at each request, so that one that went to another
 * account manager meanwhile is not found any more (R3).
 */
@Named
@RequestScoped
public class SystemPage implements Subject {

    @Inject
    private PortfolioOverview overview;

    @Inject
    private ActorNames actorNames;

    @Inject
    private SystemAddress address;

    @Inject
    private CurrentActor actor;

    @Inject
    private AllowancePanel panel;

    @Inject
    private Who who;

    @Inject
    private PageContext page;

    private final Lazy<SystemDetail> detail = new Lazy<>(() -> overview.show(address.slug(), actor.get()));

    private final Lazy<Names> names = new Lazy<>(this::readNames);

    /** @return the words for who looks at it: what waits for an account manager waits for nobody else */
    public ResourceBundle getTexts() {
        return page.texts(actor.get().role() == Role.OPERATOR ? "operatorText" : "systemsText");
    }

    /** Shows the error page where the portfolio has no such system. */
    public void require() {
        try {
            detail();
        } catch (NotFound e) {
            page.fail(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /**
     * @return the system
     * @throws NotFound if the portfolio has none of that address
     */
    public SystemDetail detail() {
        return detail.get();
    }

    /** Reads the system afresh where it is asked for next, because it was changed. */
    void forget() {
        detail.forget();
        names.forget();
        panel.forget();
    }

    /** @return the system as it is shown */
    public TenantProfile profile() {
        return detail().tenant().profile();
    }

    @Override
    public TenantId tenant() {
        return profile().id();
    }

    /** @return the request that has not ended, or null */
    public @Nullable ReductionRequest getOpenRequest() {
        return detail().openRequest().orElse(null);
    }

    /** @return who acted in the system, of those who are on the page */
    public String who(String label) {
        return who.say("systemsText", names.get().of(label));
    }

    private Names readNames() {
        Stream<String> asking = detail().requests().stream()
                .flatMap(request -> Stream.concat(Stream.of(request.requestedBy()), request.decidedBy().stream()));
        Stream<String> acting = detail().lastChanges().stream().map(LedgerEntry::actor);
        Set<String> labels = Stream.concat(asking, acting).collect(Collectors.toSet());
        return actorNames.of(tenant(), labels, Set.of(), actor.get());
    }
}
