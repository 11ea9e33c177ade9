package org.licencedesk.web.requests;

import org.licencedesk.seats.request.Preflight;

/** What stands between the seats in use and a lower maximum, in the contract. */
record PreflightJson(int inUse, int mustFree, int willBeFreed) {

    static PreflightJson of(Preflight preflight) {
        return new PreflightJson(preflight.inUse(), preflight.mustFree(), preflight.willBeFreed());
    }
}
