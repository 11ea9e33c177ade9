package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.OperatorAccount;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

/** Every page of the vendor's staff and of a tenant, by everyone there is (R1, R2, R3). */
class VendorPagesIT {

    private static final Api OPERATOR = Api.of(Installation.shared().first());

    private static final URI NODE = Installation.shared().first().baseUri();

    private static final String MANAGER = "page-manager@vendor.example";

    private static final String MANAGER_ID = enrol(MANAGER);

    private static final TestTenant TENANT =
            TestTenant.create(OPERATOR, 5, ",'accountManager':{'id':'" + MANAGER_ID + "'}");

    private static final TestTenant STRANGE = TestTenant.create(OPERATOR, 5);

    /** A page, and whom it is for. */
    private record Place(String address, int admin, int manager, int operator) {
        @Override
        public String toString() {
            return address;
        }
    }

    static Stream<Place> places() {
        String system = "/systems/" + TENANT.slug();
        String strange = "/systems/" + STRANGE.slug();
        return Stream.of(
                new Place("/users", 200, 403, 403),
                new Place("/account", 200, 403, 403),
                new Place("/requests", 200, 403, 403),
                new Place("/ledger", 200, 403, 403),
                new Place("/setup/users", 200, 403, 403),
                new Place("/systems", 403, 200, 200),
                new Place(system, 403, 200, 200),
                new Place(system + "/users", 403, 200, 403),
                new Place(system + "/ledger", 403, 200, 200),
                new Place(strange, 403, 404, 200),
                new Place(strange + "/users", 403, 404, 403),
                new Place(strange + "/ledger", 403, 404, 200),
                new Place(system + "/no-such-part", 403, 404, 404),
                new Place("/operator/new-system", 403, 403, 200),
                new Place("/operator/terms", 403, 403, 200),
                new Place("/operator/terms/1", 403, 403, 200),
                new Place("/operator/terms/no-such-version", 403, 403, 404),
                new Place("/operator/new-terms", 403, 403, 200),
                new Place("/operator/account-managers", 403, 403, 200),
                new Place("/operator/account-managers/" + MANAGER_ID, 403, 403, 200),
                new Place("/operator/account-managers/" + TENANT.slug(), 403, 403, 404),
                new Place("/operator/operators", 403, 403, 200),
                new Place("/operator/operators/anything", 403, 403, 404),
                new Place("/operator/tokens", 403, 403, 200),
                new Place("/operator/no-such-page", 404, 404, 404));
    }

    @ParameterizedTest // R1, R2, R3
    @MethodSource("places")
    void each_page_is_for_its_roles_alone(Place place) {
        assertThat(new Visitor(NODE).get(place.address()).statusCode()).isEqualTo(303);
        assertThat(status(standard(), place)).isEqualTo(403);
        assertThat(status(admin(), place)).isEqualTo(place.admin());
        assertThat(status(manager(), place)).isEqualTo(place.manager());
        assertThat(status(operator(), place)).isEqualTo(place.operator());
    }

    @Test
    void an_operator_is_sent_to_the_systems() {
        assertThat(Visitor.location(operator().get("/"))).isEqualTo("/systems");
        assertThat(Visitor.location(operator().get("/operator"))).isEqualTo("/");
    }

    @Test // R54
    void a_session_of_an_operator_ends_when_they_are_disabled() {
        Visitor visitor = freshOperator();
        assertThat(visitor.get("/operator/terms").statusCode()).isEqualTo(200);
        try {
            update("now(6)");
            assertThat(visitor.get("/operator/terms").statusCode()).isEqualTo(303);
        } finally {
            update("null");
        }
    }

    private static void update(String disabledAt) {
        try (Connection connection = Installation.shared().database().connect("licence");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update operator_account set disabled_at = " + disabledAt
                            + " where email = '" + OperatorAccount.EMAIL + "'"))
                    .isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int status(Visitor visitor, Place place) {
        return visitor.get(place.address()).statusCode();
    }

    private static final class Visitors {
        static final Visitor STANDARD = signedIn(TENANT.slug(), standardUser(), TestTenant.PASSWORD);
        static final Visitor ADMIN = signedIn(TENANT.slug(), "admin", TestTenant.PASSWORD);
        static final Visitor OPERATOR_ACCOUNT = freshOperator();
        static final Visitor MANAGER_OF_TENANT = signedIn("", MANAGER, TestTenant.PASSWORD);

        private static String standardUser() {
            String body = "{'userName':'sam','displayName':'Sam','email':'sam@test.example','password':'"
                    + TestTenant.PASSWORD + "'}";
            assertThat(TENANT.admin().post(TENANT.path("/users"), body).status())
                    .isEqualTo(201);
            return "sam";
        }
    }

    private static Visitor standard() {
        return Visitors.STANDARD;
    }

    private static Visitor admin() {
        return Visitors.ADMIN;
    }

    private static Visitor manager() {
        return Visitors.MANAGER_OF_TENANT;
    }

    private static Visitor operator() {
        return Visitors.OPERATOR_ACCOUNT;
    }

    private static Visitor freshOperator() {
        OperatorAccount.make();
        return signedIn("", OperatorAccount.EMAIL, OperatorAccount.PASSWORD);
    }

    private static Visitor signedIn(String system, String name, String password) {
        Visitor visitor = new Visitor(NODE);
        assertThat(visitor.signIn(system, name, password).statusCode()).isEqualTo(303);
        return visitor;
    }

    private static String enrol(String email) {
        return OPERATOR.post(
                        "/account-managers",
                        "{'name':'Morgan Vale','email':'" + email + "','phone':'1','password':'" + TestTenant.PASSWORD
                                + "'}")
                .body()
                .path("id")
                .asText();
    }
}
