package org.licencedesk.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.licencedesk.web.allowance.AllowanceResource;
import org.licencedesk.web.billing.BillingEventResource;
import org.licencedesk.web.billing.InvoiceResource;
import org.licencedesk.web.evidence.AcceptanceResource;
import org.licencedesk.web.evidence.VerificationResource;
import org.licencedesk.web.evidence.VerificationsResource;
import org.licencedesk.web.ledger.LedgerResource;
import org.licencedesk.web.notices.NoticeResource;
import org.licencedesk.web.notices.WebhookResource;
import org.licencedesk.web.problems.ProblemResource;
import org.licencedesk.web.requests.PortfolioRequestResource;
import org.licencedesk.web.requests.ReductionPreviewResource;
import org.licencedesk.web.requests.ReductionRequestResource;
import org.licencedesk.web.support.ApiGate;
import org.licencedesk.web.support.BodyBound;
import org.licencedesk.web.support.ContentGate;
import org.licencedesk.web.support.FailureMapper;
import org.licencedesk.web.support.NoStore;
import org.licencedesk.web.support.NotModified;
import org.licencedesk.web.tenants.AccountManagerResource;
import org.licencedesk.web.tenants.OperatorTokenResource;
import org.licencedesk.web.tenants.PriceResource;
import org.licencedesk.web.tenants.TenantResource;
import org.licencedesk.web.tenants.TokenResource;
import org.licencedesk.web.terms.TermsResource;
import org.licencedesk.web.users.CandidateResource;
import org.licencedesk.web.users.DeletedUserResource;
import org.licencedesk.web.users.UserResource;

/** The API, version 1. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

    private static final List<Class<?>> RESOURCES = List.of(
            AllowanceResource.class,
            UserResource.class,
            DeletedUserResource.class,
            CandidateResource.class,
            LedgerResource.class,
            TermsResource.class,
            TenantResource.class,
            AccountManagerResource.class,
            OperatorTokenResource.class,
            PriceResource.class,
            TokenResource.class,
            ReductionRequestResource.class,
            ReductionPreviewResource.class,
            PortfolioRequestResource.class,
            InvoiceResource.class,
            BillingEventResource.class,
            AcceptanceResource.class,
            VerificationResource.class,
            VerificationsResource.class,
            WebhookResource.class,
            NoticeResource.class,
            ProblemResource.class);

    private static final List<Class<?>> SHARED = List.of(
            ApiGate.class, ContentGate.class, BodyBound.class, FailureMapper.class, NotModified.class, NoStore.class);

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.concat(RESOURCES.stream(), SHARED.stream()).collect(Collectors.toSet());
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
