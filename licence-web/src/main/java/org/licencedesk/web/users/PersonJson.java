package org.licencedesk.web.users;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.licencedesk.kernel.UserId;
import org.licencedesk.messages.mail.Notice;
import org.licencedesk.privacy.PersonalRecord;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.allowance.AcceptedIncrease;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserRecord;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.web.json.EntryJson;
import org.licencedesk.web.json.IncreaseJson;

/** All that is kept about a person, in the contract. Names are null once they were erased. */
record PersonJson(
        RecordJson user,
        Optional<String> passwordChangedAt,
        List<LinkJson> signInLinks,
        @JsonIgnoreProperties({"attempts", "parkedBecause"}) List<Notice> mails,
        List<RequestJson> requests,
        List<AcceptedJson> acceptances,
        Iterator<EntryJson> ledger) {

    record RecordJson(
            String id,
            Optional<String> userName,
            Optional<String> displayName,
            Optional<String> email,
            String role,
            String status,
            String statusSince,
            String createdAt,
            Optional<String> lastSignInAt,
            Optional<String> deletedAt,
            Optional<String> erasedAt,
            List<FormerNameJson> formerUserNames) {

        static RecordJson of(UserRecord kept) {
            User user = kept.user();
            boolean named = kept.erasedAt().isEmpty();
            return new RecordJson(
                    user.id().toString(),
                    Optional.of(user.userName()).filter(name -> named),
                    Optional.of(user.displayName()).filter(name -> named),
                    user.email(),
                    user.role().name(),
                    user.status().name(),
                    kept.statusSince().toString(),
                    user.createdAt().toString(),
                    user.lastSignInAt().map(Instant::toString),
                    kept.deletedAt().map(Instant::toString),
                    kept.erasedAt().map(Instant::toString),
                    kept.formerNames().stream()
                            .map(former -> new FormerNameJson(former.userName(), former.entry()))
                            .toList());
        }
    }

    record FormerNameJson(Optional<String> userName, long changedBy) {}

    record LinkJson(String expiresAt) {}

    record RequestJson(
            String id,
            String state,
            int maximum,
            String effectiveOn,
            String reason,
            List<String> deactivate,
            String requestedAt,
            String requestedBy,
            Optional<String> endedAt,
            Optional<String> kept) {

        static RequestJson of(ReductionRequest request) {
            return new RequestJson(
                    request.id().toString(),
                    request.state().name(),
                    request.asked().maximum(),
                    request.asked().effectiveOn().toString(),
                    request.reason().text(),
                    request.deactivate().stream().map(UserId::toString).toList(),
                    request.requestedAt().toString(),
                    request.requestedBy(),
                    request.endedAt().map(Instant::toString),
                    request.kept().map(UserId::toString));
        }
    }

    record AcceptedJson(String id, String at, @JsonUnwrapped IncreaseJson increase) {

        static AcceptedJson of(AcceptedIncrease increase) {
            return new AcceptedJson(increase.id().toString(), increase.at().toString(), IncreaseJson.of(increase));
        }
    }

    static PersonJson of(PersonalRecord kept, Stream<LedgerEntry> entries) {
        return new PersonJson(
                RecordJson.of(kept.user()),
                kept.credentials().passwordChangedAt().map(Instant::toString),
                kept.credentials().linksUntil().stream()
                        .map(until -> new LinkJson(until.toString()))
                        .toList(),
                kept.mails(),
                kept.requests().stream().map(RequestJson::of).toList(),
                kept.acceptances().stream().map(AcceptedJson::of).toList(),
                entries.map(EntryJson::of).iterator());
    }
}
