package org.licencedesk.seats.request;

import java.time.LocalDate;
import java.util.List;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Reduction;

/**
 * What a request would be, without making it.
 *
 * @param reduction what would be asked for
 * @param preflight what stands in its way
 * @param figures the figures now
 * @param renewals the next renewal dates, each of which could be the date
 */
public record ReductionPreview(Reduction reduction, Preflight preflight, Figures figures, List<LocalDate> renewals) {}
