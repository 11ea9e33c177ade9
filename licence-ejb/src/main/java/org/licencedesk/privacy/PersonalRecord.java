package org.licencedesk.privacy;

import java.util.List;
import org.licencedesk.messages.mail.Notice;
import org.licencedesk.people.access.CredentialTimes;
import org.licencedesk.seats.allowance.AcceptedIncrease;
import org.licencedesk.seats.directory.UserRecord;
import org.licencedesk.seats.request.ReductionRequest;

/**
 * All that is kept about a user, alive or not, but the entries of the ledger, of which there may be many.
 *
 * @param mails those that are kept, oldest first
 * @param requests that the user made, answered or was chosen in, oldest first
 * @param acceptances that the user gave, oldest first
 */
public record PersonalRecord(
        UserRecord user,
        CredentialTimes credentials,
        List<Notice> mails,
        List<ReductionRequest> requests,
        List<AcceptedIncrease> acceptances) {}
