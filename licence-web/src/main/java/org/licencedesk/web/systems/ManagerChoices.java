package org.licencedesk.web.systems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.people.access.AccountManagerEnrolment;
import org.licencedesk.people.access.EnrolledManager;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.signin.CurrentActor;

/** The account managers who can be chosen for a system. */
@Named
@RequestScoped
public class ManagerChoices {

    /** More than a vendor has; whoever comes after them by mail address is set by the API. */
    private static final int MOST = 500;

    @Inject
    private AccountManagerEnrolment managers;

    @Inject
    private CurrentActor actor;

    private final Lazy<List<EnrolledManager>> offered = new Lazy<>(this::read);

    private List<EnrolledManager> read() {
        return managers.list(PageRequest.first(MOST), actor.get()).items().stream()
                .filter(manager -> !manager.disabled())
                .toList();
    }

    /** @return those who are not disabled, by mail address */
    public List<EnrolledManager> offered() {
        return offered.get();
    }

    /** @return the one whom the choice names */
    public Optional<EnrolledManager> of(String choice) {
        return offered().stream()
                .filter(manager -> manager.id().value().toString().equals(choice))
                .findFirst();
    }
}
