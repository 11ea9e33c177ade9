package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/** Another one's seat in place of a bought one. */
class ReleaseApiIT {

    private final Api operator = Api.of(Installation.shared().first());

    private final TestTenant tenant = TestTenant.create(operator, 3);

    @Test // R12, R16
    void a_candidate_gives_up_the_seat_that_a_new_user_gets() {
        tenant.add("active", "ACTIVE");
        String locked = tenant.add("locked", "LOCKED");
        assertThat(tenant.admin()
                        .get(tenant.path("/allowance/candidates"))
                        .body()
                        .path("candidates"))
                .as("newcomers")
                .isEmpty();
        tenant.age();
        Reply named = tenant.admin().get(tenant.path("/allowance/candidates"));
        assertThat(named.body().at("/candidates/0/user/id").asText()).isEqualTo(locked);
        assertThat(named.body().at("/candidates/0/why").asText()).isEqualTo("LOCKED");
        assertThat(named.body().at("/candidates/1/why").asText()).isEqualTo("NEVER_SIGNED_IN");
        assertThat(named.body().path("candidates")).hasSize(2); // without the last System Admin

        Reply asked = tenant.post("new", "ACTIVE");
        assertThat(asked.code()).isEqualTo("increase-not-confirmed");
        Reply added = tenant.admin()
                .post(
                        tenant.path("/users"),
                        with(tenant.newUser("new", "ACTIVE"), locked, ",'accept':" + Api.ticked(asked)));
        assertThat(added.status()).isEqualTo(201);

        assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 3, "occupied", 3));
        assertThat(tenant.admin()
                        .get(tenant.path("/users/" + locked))
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("INACTIVE");
    }

    @Test // R19, R39
    void a_change_of_status_takes_another_ones_seat_or_says_why_not() {
        String active = tenant.add("active", "ACTIVE");
        tenant.add("locked", "LOCKED");
        String waiting = tenant.add("waiting", "INACTIVE");
        String path = tenant.path("/users/" + waiting + "/status");

        Reply none = tenant.admin().put(path, with("{'status':'ACTIVE'}", waiting, ""));
        assertThat(none.code()).isEqualTo("not-a-seat-holder");
        assertThat(none.body().path("release").asText()).isEqualTo(waiting);
        Reply unread = tenant.admin().put(path, with("{'status':'ACTIVE'}", "anna", ""));
        assertThat(unread.body().at("/violations/0/pointer").asText()).isEqualTo("/release");
        operator.put(tenant.path("/allowance/correction"), "{'maximum':2,'reason':'test'}");
        Reply over = tenant.admin().put(path, with("{'status':'ACTIVE'}", active, ""));
        assertThat(over.code()).isEqualTo("release-not-enough");
        assertThat(over.body().at("/figures/overBy").asInt()).isEqualTo(1);
        operator.put(tenant.path("/allowance/correction"), "{'maximum':3,'reason':'test'}");

        Reply done = tenant.admin().put(path, with("{'status':'ACTIVE'}", active, ""));
        assertThat(done.body().at("/user/status").asText()).isEqualTo("ACTIVE");
        assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 3, "occupied", 3));
    }

    private static String with(String body, String release, String more) {
        return body.substring(0, body.length() - 1) + ",'release':'" + release + "'" + more + "}";
    }
}
