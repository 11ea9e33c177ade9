package org.licencedesk.record.evidence;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.record.ledger.ChainReading;
import org.licencedesk.record.ledger.ChainReading.Reading;
import org.licencedesk.seats.tenant.Slug;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/**
 * Proves ledgers: each entry against the one before, and the ledger against users and allowance (R38). It takes as long as
 * the ledger is, holds no lock and no transaction, and keeps what it finds for whoever watches the installation.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LedgerVerification {

    @Inject
    private Tenants tenants;

    @Inject
    private ChainReading chains;

    @Inject
    private DriftReading drift;

    @Inject
    private LedgerFindings findings;

    @Inject
    private TimeSource time;

    /** @return what is to be said of the tenant's ledger */
    public Verification verify(TenantId tenant, Actor actor) {
        Permission.SEE_LEDGER.require(actor, tenant);
        return verify(tenants.get(tenant), time.now());
    }

    /**
     * @param page which page of the list
     * @return what is to be said of the ledgers of the tenants that the actor sees, by slug
     * @throws InvalidValue if the cursor is none
     */
    public Page<Verification> verifyAll(PageRequest page, Actor actor) {
        Permission.SEE_TENANTS.require(actor);
        if (!page.cursor().map(Slug::isSlug).orElse(true)) {
            throw PageRequest.invalidCursor();
        }
        Instant now = time.now();
        List<Tenant> found = tenants.seenBy(actor, page.cursor(), page.rows());
        return page.of(found, tenant -> tenant.slug().text()).map(tenant -> verify(tenant, now));
    }

    /** Checks the tenant's ledger as of the instant, for nobody in particular. */
    @WithoutPermission("a step of a job, which nobody calls")
    public void check(TenantId tenant, Instant now) {
        verify(tenants.get(tenant), now);
    }

    private Verification verify(Tenant tenant, Instant now) {
        Reading reading = chains.read(tenant.id());
        Verification verification = new Verification(
                tenant.id(), tenant.slug(), reading.entries(), reading.fault(), drift.of(tenant.id()), now);
        findings.keep(verification);
        return verification;
    }
}
