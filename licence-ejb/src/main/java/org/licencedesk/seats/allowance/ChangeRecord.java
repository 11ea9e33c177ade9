package org.licencedesk.seats.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.licencedesk.kernel.LedgerEvent;

/** Has everything done that follows a change, step by step, in the order of {@link AfterChange.Step}. */
@ApplicationScoped
public class ChangeRecord {

    private List<AfterChange> steps = List.of();

    /** Takes every step that there is. */
    @Inject
    void take(@Any Instance<AfterChange> found) {
        steps = found.stream().sorted(Comparator.comparing(AfterChange::step)).toList();
    }

    /** Records what was changed. The tenant's allowance is locked, and its figures are those after the change. */
    public void record(LedgerEvent event) {
        steps.forEach(step -> step.on(event));
    }
}
