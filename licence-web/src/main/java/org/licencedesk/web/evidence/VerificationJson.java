package org.licencedesk.web.evidence;

import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.UserId;
import org.licencedesk.record.evidence.Drift;
import org.licencedesk.record.evidence.Verification;
import org.licencedesk.record.ledger.ChainFault;

/** What is to be said of a ledger, in the contract. */
record VerificationJson(
        String tenant,
        boolean intact,
        long entries,
        Optional<FaultJson> fault,
        List<DriftJson> drift,
        String verifiedAt) {

    record FaultJson(long seq, String kind) {

        static FaultJson of(ChainFault fault) {
            return new FaultJson(fault.sequence(), fault.kind().name());
        }
    }

    record DriftJson(String kind, Optional<String> userId, Optional<String> userName, String expected, String found) {

        static DriftJson of(Drift drift) {
            return new DriftJson(
                    drift.what().name(),
                    drift.user().map(UserId::toString),
                    drift.userName(),
                    drift.expected(),
                    drift.found());
        }
    }

    static VerificationJson of(Verification verification) {
        return new VerificationJson(
                verification.slug().text(),
                verification.isIntact(),
                verification.entries(),
                verification.fault().map(FaultJson::of),
                verification.drift().stream().map(DriftJson::of).toList(),
                verification.at().toString());
    }
}
