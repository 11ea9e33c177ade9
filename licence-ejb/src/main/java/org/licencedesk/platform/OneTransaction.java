package org.licencedesk.platform;

import jakarta.ejb.Stateless;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.licencedesk.kernel.WithoutPermission;

/** The transaction of a group: its use cases join it, one after the other. */
@Stateless
@WithoutPermission("each use case asks for its own")
public class OneTransaction {

    /**
     * @param allDone is called when all use cases have returned, and the commit follows
     * @return what each returned, in their order
     */
    public List<Object> of(List<? extends Supplier<?>> useCases, Runnable allDone) {
        List<Object> results = new ArrayList<>();
        for (Supplier<?> useCase : useCases) {
            results.add(useCase.get());
        }
        allDone.run();
        return results;
    }
}
