package org.licencedesk.web.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.access.Enrolment;
import org.licencedesk.people.access.Password;
import org.licencedesk.people.access.SignInLinks;
import org.licencedesk.people.access.UserEnrolment;
import org.licencedesk.platform.PublicUrl;
import org.licencedesk.platform.idempotency.Answer;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.change.AddUser;
import org.licencedesk.seats.change.ChangeStatus;
import org.licencedesk.seats.change.DeleteUser;
import org.licencedesk.seats.change.EditUser;
import org.licencedesk.seats.change.SeatReceipt;
import org.licencedesk.seats.change.StatusChange;
import org.licencedesk.seats.change.UserEditing;
import org.licencedesk.seats.change.UserRemoval;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.seats.directory.UserFilter;
import org.licencedesk.seats.directory.UserName;
import org.licencedesk.seats.directory.UserQuery;
import org.licencedesk.seats.directory.UserSort;
import org.licencedesk.web.json.Body;
import org.licencedesk.web.json.ConsentJson;
import org.licencedesk.web.json.FiguresJson;
import org.licencedesk.web.json.Member;
import org.licencedesk.web.json.ReductionJson;
import org.licencedesk.web.json.StrictJson;
import org.licencedesk.web.signin.SignInAddress;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.MergePatch;
import org.licencedesk.web.support.Needs;
import org.licencedesk.web.support.QueryParameters;

/** {@code /tenants/{tenant}/users}. */
@Path("/tenants/{tenant}/users")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UserResource {

    private record PatchJson(
            Optional<String> userName,
            Optional<String> displayName,
            @Member(nullable = true) Optional<String> email,
            Optional<String> role) {}

    private record StatusJson(String status, Optional<ConsentJson> accept, Optional<String> release) {}

    private record ReceiptJson(
            UserJson user,
            FiguresJson figures,
            Optional<ReductionJson> reductionAtRisk,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> signInLink) {

        static ReceiptJson of(SeatReceipt receipt, Optional<String> signInLink) {
            return new ReceiptJson(
                    UserJson.of(receipt.user()),
                    FiguresJson.of(receipt.figures()),
                    ReductionJson.of(receipt.reductionAtRisk()),
                    signInLink);
        }
    }

    private record LinkJson(String signInLink) {}

    @Inject
    private UserDirectory directory;

    @Inject
    private UserEnrolment enrolment;

    @Inject
    private StatusChange statusChange;

    @Inject
    private UserEditing editing;

    @Inject
    private UserRemoval removal;

    @Inject
    private PersonExport export;

    @Inject
    private SignInLinks links;

    @Inject
    private SignInAddress signInAddress;

    @Inject
    private ApiCall call;

    /** @return a page of users */
    @GET
    @Needs(Permission.MANAGE_USERS)
    public Response list() {
        UserQuery wanted = new UserQuery(
                new UserFilter(
                        UserFilter.statuses(
                                statuses(call.query().list("status")),
                                call.query().truth("occupiesSeat")),
                        call.query().text("role").map(UserResource::role),
                        call.query().text("q")),
                call.query()
                        .text("sort")
                        .map(text -> UserSort.parse(text)
                                .orElseThrow(() -> QueryParameters.invalid("sort", "value.unknown")))
                        .orElse(UserSort.BY_USER_NAME),
                call.query().text("cursor"),
                call.query().limit());
        return Answers.ok(directory.list(call.tenant(), wanted, call.actor()).map(UserJson::of));
    }

    /** Adds a user. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_USERS)
    public Response add(byte[] body) {
        NewUserJson wanted = StrictJson.read(body, NewUserJson.class);
        NewUser user = wanted.user();
        Optional<Password> password = wanted.secret();
        Optional<Consent> consent = consent(wanted.accept());
        Optional<UserId> release = release(wanted.release());
        AddUser command = new AddUser(call.tenant(), user, consent, release, call.actor(), Door.API);
        String users = "tenants/" + call.slug() + "/users/";
        PublicUrl site = signInAddress.site();
        Supplier<Answer> adding = () -> {
            Enrolment enrolled = enrolment.enrol(command, password);
            User added = enrolled.receipt().user();
            return Answers.created(
                            users + added.id(),
                            Optional.of((long) added.revision()),
                            ReceiptJson.of(
                                    enrolled.receipt(), enrolled.signInLink().map(site::signInLink)),
                            ReceiptJson.of(enrolled.receipt(), Optional.empty()))
                    .naming(added.id());
        };
        // To hash a password takes longer than all the rest: nobody else's change waits for it.
        return password.isPresent() ? call.change(body, adding) : call.changeOften(body, adding);
    }

    /** @return one user */
    @GET
    @Path("/{id}")
    @Needs(Permission.MANAGE_USERS)
    public Response show() {
        User user = directory.get(call.tenant(), call.user(), call.actor());
        return Answers.ok(UserJson.of(user), user.revision());
    }

    /** Changes user name, display name, mail address or role. */
    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Needs(Permission.MANAGE_USERS)
    public Response change(byte[] body) {
        PatchJson wanted = StrictJson.read(body, PatchJson.class);
        EditUser command = new EditUser(
                call.tenant(),
                call.user(),
                wanted.userName().map(UserName::new),
                wanted.displayName().map(DisplayName::new),
                MergePatch.changing("email", body, wanted.email().map(EmailAddress::new)),
                wanted.role().map(text -> Body.constant("role", text, Role.class)),
                call.expected(),
                call.actor(),
                Door.API);
        return call.change(body, () -> {
            User edited = editing.edit(command);
            return Answers.changed(UserJson.of(edited), edited.revision()).naming(edited.id());
        });
    }

    /** Gives the user a status. */
    @PUT
    @Path("/{id}/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_USERS)
    public Response changeStatus(byte[] body) {
        StatusJson wanted = StrictJson.read(body, StatusJson.class);
        UserStatus status = Body.constant("status", wanted.status(), UserStatus.class);
        ChangeStatus command = new ChangeStatus(
                call.tenant(),
                call.user(),
                status,
                consent(wanted.accept()),
                release(wanted.release()),
                call.expected(),
                call.actor(),
                Door.API);
        return call.changeOften(body, () -> receipt(statusChange.change(command)));
    }

    /** Deletes the user. */
    @DELETE
    @Path("/{id}")
    @Needs(Permission.MANAGE_USERS)
    public Response delete() {
        DeleteUser command = new DeleteUser(call.tenant(), call.user(), call.expected(), call.actor(), Door.API);
        return call.remove(() -> removal.delete(command));
    }

    /** Removes name and mail of a deleted user. */
    @POST
    @Path("/{id}/erasure")
    @Needs(Permission.ERASE_USERS)
    public Response erase() {
        return call.remove(() -> removal.erase(call.tenant(), call.user(), call.actor()));
    }

    /** @return all that is kept about the user, alive or deleted */
    @GET
    @Path("/{id}/export")
    @Needs(Permission.EXPORT_USERS)
    public Response export() {
        PersonJson person = export.of(call.tenant(), call.user(), call.actor());
        StreamingOutput sent = output -> StrictJson.write(person, output);
        return Response.ok(sent, MediaType.APPLICATION_JSON).build();
    }

    /** Makes a new sign-in link. */
    @POST
    @Path("/{id}/sign-in-link")
    @Needs(Permission.MANAGE_USERS)
    public Response signInLink() {
        return call.changeForSecret(() ->
                Answers.created(new LinkJson(signInAddress.of(links.issue(call.tenant(), call.user(), call.actor())))));
    }

    private static Answer receipt(SeatReceipt receipt) {
        return Answers.changed(
                        ReceiptJson.of(receipt, Optional.empty()),
                        receipt.user().revision())
                .naming(receipt.user().id());
    }

    private static Optional<Consent> consent(Optional<ConsentJson> accept) {
        return Body.member("accept", () -> accept.map(ConsentJson::consent));
    }

    private static Optional<UserId> release(Optional<String> id) {
        return id.map(text ->
                UserId.parse(text).orElseThrow(() -> new InvalidValue("release", InvalidValue.Problem.NOT_IN_FORM)));
    }

    private static Set<UserStatus> statuses(List<String> names) {
        return names.isEmpty()
                ? EnumSet.allOf(UserStatus.class)
                : names.stream()
                        .map(name -> Body.find(name, UserStatus.class)
                                .orElseThrow(() -> QueryParameters.invalid("status", "value.unknown")))
                        .collect(Collectors.toSet());
    }

    private static Role role(String text) {
        return Body.find(text, Role.class)
                .filter(Role::isHeldByUsers)
                .orElseThrow(() -> QueryParameters.invalid("role", "value.unknown"));
    }
}
