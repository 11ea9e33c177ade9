package org.licencedesk.web.tenants;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.licencedesk.access.AccountManagerEnrolment;
import org.licencedesk.access.EnrolledManager;
import org.licencedesk.access.Password;
import org.licencedesk.access.Tokens;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.tenant.Contact;
import org.licencedesk.web.json.ListJson;
import org.licencedesk.web.json.StrictJson;
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.signin.SignInAddress;
import org.licencedesk.web.support.Addressed;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.Changes;
import org.licencedesk.web.support.Needs;
import org.licencedesk.web.support.Query;

/** {@code /account-managers}. */
@Path("/account-managers")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AccountManagerResource {

    private record NewManagerJson(String name, String email, String phone, Optional<String> password) {}

    private record ManagerJson(
            String id,
            String name,
            String email,
            String phone,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> signInLink) {

        static ManagerJson of(ManagerId id, Contact contact, Optional<String> signInLink) {
            return new ManagerJson(id.value().toString(), contact.name(), contact.email(), contact.phone(), signInLink);
        }
    }

    @Inject
    private AccountManagerEnrolment enrolment;

    @Inject
    private Tokens tokens;

    @Inject
    private SignInAddress signInAddress;

    @Inject
    private CurrentActor actor;

    @Inject
    private Addressed addressed;

    @Inject
    private Changes changes;

    @Inject
    private Query query;

    /** Adds an account manager. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_ACCOUNT_MANAGERS)
    public Response add(byte[] body) {
        NewManagerJson wanted = StrictJson.read(body, NewManagerJson.class);
        Contact contact = Contact.checked(wanted.name(), wanted.email(), wanted.phone());
        Optional<Password> password = wanted.password().map(Password::new);
        return changes.apply(body, () -> {
            EnrolledManager enrolled = enrolment.enrol(contact, password, actor.get());
            return Answers.createdOnce(
                    ManagerJson.of(enrolled.id(), contact, enrolled.signInLink().map(signInAddress::of)),
                    ManagerJson.of(enrolled.id(), contact, Optional.empty()));
        });
    }

    /** @return a page of account managers */
    @GET
    @Needs(Permission.MANAGE_ACCOUNT_MANAGERS)
    public Response list() {
        return Answers.ok(ListJson.of(
                enrolment.list(query.text("cursor"), query.limit(), actor.get()),
                manager -> ManagerJson.of(manager.id(), manager.contact(), Optional.empty())));
    }

    /** Makes a token of the account manager. */
    @POST
    @Path("/{id}/tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_ACCOUNT_MANAGERS)
    public Response issueToken(byte[] body) {
        TokenJson.Named wanted = StrictJson.read(body, TokenJson.Named.class);
        ManagerId manager = ManagerId.parse(addressed.id()).orElseThrow(NotFound::new);
        return changes.applyForSecret(
                () -> Answers.created(TokenJson.Issued.of(tokens.issue(manager, wanted.name(), actor.get()))));
    }
}
