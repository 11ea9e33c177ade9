package org.licencedesk.web.tenants;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.people.access.AccountManagerAccess;
import org.licencedesk.people.access.AccountManagerEnrolment;
import org.licencedesk.people.access.EnrolledManager;
import org.licencedesk.people.access.NewToken;
import org.licencedesk.people.access.Password;
import org.licencedesk.people.access.Tokens;
import org.licencedesk.seats.tenant.Contact;
import org.licencedesk.web.json.StrictJson;
import org.licencedesk.web.signin.SignInAddress;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.MergePatch;
import org.licencedesk.web.support.Needs;

/** {@code /account-managers}. */
@Path("/account-managers")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AccountManagerResource {

    private record NewManagerJson(String name, String email, String phone, Optional<String> password) {}

    private record ManagerJson(
            String id,
            @JsonUnwrapped Contact contact,
            boolean disabled,
            Optional<String> lastSignInAt,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> signInLink) {

        static ManagerJson of(EnrolledManager manager) {
            return of(manager, Optional.empty());
        }

        static ManagerJson of(EnrolledManager manager, Optional<String> signInLink) {
            return new ManagerJson(
                    manager.id().value().toString(),
                    manager.contact(),
                    manager.disabled(),
                    manager.lastSignInAt().map(Instant::toString),
                    signInLink);
        }
    }

    private record PatchJson(Optional<Boolean> disabled) {}

    private record LinkJson(String signInLink) {}

    @Inject
    private AccountManagerEnrolment enrolment;

    @Inject
    private AccountManagerAccess access;

    @Inject
    private Tokens tokens;

    @Inject
    private SignInAddress signInAddress;

    @Inject
    private ApiCall call;

    /** Adds an account manager. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_ACCOUNT_MANAGERS)
    public Response add(byte[] body) {
        NewManagerJson wanted = StrictJson.read(body, NewManagerJson.class);
        Contact contact = Contact.checked(wanted.name(), wanted.email(), wanted.phone());
        Optional<Password> password = wanted.password().map(Password::new);
        return call.change(body, () -> {
            EnrolledManager enrolled = enrolment.enrol(contact, password, call.actor());
            return Answers.createdOnce(
                    ManagerJson.of(enrolled, enrolled.signInLink().map(signInAddress::of)), ManagerJson.of(enrolled));
        });
    }

    /** @return a page of account managers */
    @GET
    @Needs(Permission.MANAGE_ACCOUNT_MANAGERS)
    public Response list() {
        return Answers.ok(enrolment.list(call.query().page(), call.actor()).map(ManagerJson::of));
    }

    /** Disables the account manager, or ends that. */
    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Needs(Permission.MANAGE_ACCOUNT_MANAGERS)
    public Response change(byte[] body) {
        PatchJson wanted = StrictJson.read(body, PatchJson.class);
        ManagerId manager = manager();
        return call.change(body, () -> Answers.changed(ManagerJson.of(changed(manager, wanted.disabled()))));
    }

    private EnrolledManager changed(ManagerId manager, Optional<Boolean> disabled) {
        if (disabled.isEmpty()) {
            return access.show(manager, call.actor());
        }
        return disabled.get() ? access.disable(manager, call.actor()) : access.readmit(manager, call.actor());
    }

    /** Makes a new sign-in link. */
    @POST
    @Path("/{id}/sign-in-link")
    @Needs(Permission.MANAGE_ACCOUNT_MANAGERS)
    public Response signInLink() {
        ManagerId manager = manager();
        return call.changeForSecret(
                () -> Answers.created(new LinkJson(signInAddress.of(access.issueLink(manager, call.actor())))));
    }

    /** @return a page of the account manager's tokens that are not revoked */
    @GET
    @Path("/{id}/tokens")
    @Needs(Permission.MANAGE_ACCOUNT_MANAGERS)
    public Response tokens() {
        return Answers.ok(tokens.list(manager(), call.query().page(), call.actor()));
    }

    /** Revokes a token of the account manager. */
    @DELETE
    @Path("/{id}/tokens/{token}")
    @Needs(Permission.MANAGE_ACCOUNT_MANAGERS)
    public Response revokeToken() {
        ManagerId manager = manager();
        UUID token = Identifiers.parse(call.part()).orElseThrow(NotFound::new);
        return call.remove(() -> tokens.revoke(manager, token, call.actor()));
    }

    /** Makes a token of the account manager. */
    @POST
    @Path("/{id}/tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_ACCOUNT_MANAGERS)
    public Response issueToken(byte[] body) {
        TokenJson.Named wanted = StrictJson.read(body, TokenJson.Named.class);
        NewToken token = TokenJson.token(wanted.name(), wanted.expiresAt());
        ManagerId manager = manager();
        return call.changeForSecret(
                () -> Answers.created(TokenJson.Issued.of(tokens.issue(manager, token, call.actor()))));
    }

    private ManagerId manager() {
        return ManagerId.parse(call.id()).orElseThrow(NotFound::new);
    }
}
