package org.licencedesk.person;

import java.util.List;
import org.licencedesk.access.CredentialTimes;
import org.licencedesk.allowance.AcceptedIncrease;
import org.licencedesk.directory.UserRecord;
import org.licencedesk.notice.Notice;
import org.licencedesk.request.ReductionRequest;

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
