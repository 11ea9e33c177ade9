package org.licencedesk.web.tenants;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.licencedesk.kernel.Permission;
import org.licencedesk.people.setup.CreateTenant;
import org.licencedesk.people.setup.CreatedTenant;
import org.licencedesk.people.setup.TenantCreation;
import org.licencedesk.seats.profile.EditTenant;
import org.licencedesk.vendor.portfolio.Portfolio;
import org.licencedesk.vendor.portfolio.TenantState;
import org.licencedesk.web.json.Body;
import org.licencedesk.web.json.FiguresJson;
import org.licencedesk.web.json.StrictJson;
import org.licencedesk.web.signin.SignInAddress;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.MergePatch;
import org.licencedesk.web.support.Needs;

/** {@code /tenants}. */
@Path("/tenants")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TenantResource {

    private record PatchJson(
            Optional<String> name, Optional<String> timeZone, Optional<AccountManagerChoice> accountManager) {}

    private record NameJson(String id, String slug, String name) {}

    private record CreatedJson(
            NameJson tenant,
            FiguresJson figures,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> signInLink) {

        static CreatedJson of(CreatedTenant created, Optional<String> signInLink) {
            return new CreatedJson(
                    new NameJson(
                            created.tenant().id().value().toString(),
                            created.tenant().slug().text(),
                            created.tenant().name()),
                    FiguresJson.of(created.figures()),
                    signInLink);
        }
    }

    @Inject
    private TenantCreation creation;

    @Inject
    private Portfolio portfolio;

    @Inject
    private SignInAddress signInAddress;

    @Inject
    private ApiCall call;

    /** Creates a tenant. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.CREATE_TENANTS)
    public Response create(byte[] body) {
        CreateTenant command = StrictJson.read(body, NewTenantJson.class).command();
        return call.change(body, () -> {
            CreatedTenant created = creation.create(command, call.actor());
            return Answers.created(
                    "tenants/" + created.tenant().slug().text(),
                    Optional.empty(),
                    CreatedJson.of(created, created.signInLink().map(signInAddress::of)),
                    CreatedJson.of(created, Optional.empty()));
        });
    }

    /** @return a page of the tenants that the caller sees */
    @GET
    @Needs(Permission.SEE_TENANTS)
    public Response list() {
        return Answers.ok(portfolio.list(call.query().page(), call.actor()).map(TenantJson::of));
    }

    /** @return one tenant */
    @GET
    @Path("/{tenant}")
    @Needs(Permission.SEE_TENANTS)
    public Response show() {
        TenantState tenant = portfolio.get(call.tenant(), call.actor());
        return Answers.ok(TenantJson.of(tenant), tenant.revision());
    }

    /** Changes name, time zone or account manager. */
    @PATCH
    @Path("/{tenant}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Needs(Permission.CHANGE_TENANTS)
    public Response change(byte[] body) {
        PatchJson wanted = StrictJson.read(body, PatchJson.class);
        EditTenant command = new EditTenant(
                call.tenant(),
                wanted.name(),
                wanted.timeZone().map(TimeZones::parse),
                Body.member("accountManager", () -> wanted.accountManager().flatMap(AccountManagerChoice::contact)),
                Body.member("accountManager", () -> wanted.accountManager().flatMap(AccountManagerChoice::manager)),
                call.expected(),
                call.actor());
        return call.change(body, () -> {
            TenantState edited = portfolio.edit(command);
            return Answers.changed(TenantJson.of(edited), edited.revision());
        });
    }
}
