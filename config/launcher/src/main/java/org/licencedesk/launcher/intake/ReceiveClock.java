package org.licencedesk.launcher.intake;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/** Notes when the first bytes of a request arrive. */
final class ReceiveClock extends BaseFilter {

    private final PendingRequests pending;

    ReceiveClock(PendingRequests pending) {
        this.pending = pending;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        return pending.received(context.getConnection()) ? context.getInvokeAction() : context.getStopAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        pending.settled(context.getConnection());
        return context.getInvokeAction();
    }
}
