package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

class UserStatusApiIT {

    private final Api operator = Api.of(Installation.shared().first());

    @ParameterizedTest // R17, R18, R19, R20
    @ValueSource(strings = {"INACTIVE", "ROOM", "RESOURCE", "ASSET", "QUEUE"})
    void taking_a_seat_asks_where_none_is_free_and_giving_it_back_frees_it(String without) {
        TestTenant tenant = TestTenant.create(operator, 1);
        String user = tenant.add("second", without);

        for (String with : List.of("ACTIVE", "LOCKED")) {
            int maximum = tenant.figures().getOrDefault("maximum", 0);
            Reply asked = put(tenant, user, with, "");
            assertThat(asked.code()).isEqualTo("increase-not-confirmed");
            assertThat(asked.body().at("/quote/raiseTo").asInt()).isEqualTo(maximum + 1);
            Reply done = put(tenant, user, with, ",'accept':" + Api.ticked(asked));
            assertThat(done.status()).isEqualTo(200);
            assertThat(done.body().at("/user/status").asText()).isEqualTo(with);
            assertThat(done.body().at("/figures/maximum").asInt()).isEqualTo(maximum + 1);

            Reply back = put(tenant, user, without, "");
            assertThat(back.body().at("/figures/maximum").asInt()).isEqualTo(maximum + 1);
            assertThat(back.body().at("/figures/occupied").asInt()).isEqualTo(1);
            assertThat(put(tenant, user, with, "").status()).isEqualTo(200);
            put(tenant, user, without, "");
            correct(tenant, 1);
        }
    }

    @Test
    void the_status_that_it_has_already_writes_nothing() {
        TestTenant tenant = TestTenant.create(operator, 2);
        String user = tenant.add("second", "LOCKED");
        String tag = tenant.admin().get(tenant.path("/allowance")).header("ETag");
        String userTag = tenant.admin().get(tenant.path("/users/" + user)).header("ETag");

        Reply same = put(tenant, user, "LOCKED", "");

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.header("ETag")).isEqualTo(userTag);
        assertThat(tenant.admin().get(tenant.path("/allowance")).header("ETag")).isEqualTo(tag);
    }

    @Test // R18, R37
    void whoever_holds_a_seat_goes_on_over_the_allowance_and_nobody_is_asked() {
        TestTenant tenant = TestTenant.create(operator, 4);
        String user = tenant.add("second", "ACTIVE");
        tenant.add("third", "ACTIVE");
        Reply corrected = correct(tenant, 1);
        assertThat(corrected.body().path("overBy").asInt()).isEqualTo(2);
        assertThat(corrected.body().path("available").asInt()).isZero();

        assertThat(put(tenant, user, "LOCKED", "").status()).isEqualTo(200);
        assertThat(put(tenant, user, "ACTIVE", "").status()).isEqualTo(200);
        assertThat(tenant.admin()
                        .patch(tenant.path("/users/" + user), "{'displayName':'x','role':'SYSTEM_ADMIN'}")
                        .status())
                .isEqualTo(200);
        assertThat(tenant.post("room", "ROOM").status()).isEqualTo(201);
        assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 1, "occupied", 3));
    }

    @Test // R16, R37
    void over_the_allowance_a_quote_covers_the_overhang_too_and_the_state_ends_by_itself() {
        TestTenant tenant = TestTenant.create(operator, 3);
        String second = tenant.add("second", "ACTIVE");
        tenant.add("third", "LOCKED");
        correct(tenant, 0);

        Reply asked = tenant.post("fourth", "ACTIVE");
        assertThat(asked.body().at("/figures/overBy").asInt()).isEqualTo(3);
        assertThat(asked.body().at("/quote/raiseTo").asInt()).isEqualTo(4);
        assertThat(asked.body().at("/quote/seats").asInt()).isEqualTo(4);

        correct(tenant, 2);
        put(tenant, second, "INACTIVE", "");
        Reply shown = tenant.admin().get(tenant.path("/allowance"));
        assertThat(shown.body().path("overBy").asInt()).isZero();
        assertThat(put(tenant, second, "ACTIVE", "").body().at("/quote/seats").asInt())
                .isEqualTo(1);
    }

    @Test // R37
    void a_correction_to_the_same_number_writes_nothing() {
        TestTenant tenant = TestTenant.create(operator, 3);
        String tag = tenant.admin().get(tenant.path("/allowance")).header("ETag");

        Reply same = correct(tenant, 3);

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.header("ETag")).isEqualTo(tag);
    }

    @ParameterizedTest // R4
    @ValueSource(strings = {"LOCKED", "INACTIVE", "ROOM", "RESOURCE", "ASSET", "QUEUE"})
    void the_last_system_admin_keeps_status_role_and_account(String status) {
        TestTenant tenant = TestTenant.create(operator, 4);
        String admin = tenant.admin()
                .get(tenant.path("/users"))
                .body()
                .at("/items/0/id")
                .asText();
        String other = tenant.add("other", "LOCKED");
        tenant.admin().patch(tenant.path("/users/" + other), "{'role':'SYSTEM_ADMIN'}");

        for (Reply refusal : List.of(
                put(tenant, admin, status, ""),
                tenant.admin().patch(tenant.path("/users/" + admin), "{'role':'STANDARD'}"),
                tenant.admin().delete(tenant.path("/users/" + admin)))) {
            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.code()).isEqualTo("last-system-admin");
        }
        assertThat(tenant.admin()
                        .patch(tenant.path("/users/" + admin), "{'displayName':'x','role':'SYSTEM_ADMIN'}")
                        .status())
                .isEqualTo(200);
        put(tenant, other, "ACTIVE", "");
        assertThat(put(tenant, admin, status, "").status()).isEqualTo(200);
    }

    @Test // R4
    void of_two_system_admins_one_may_go() {
        TestTenant tenant = TestTenant.create(operator, 4);
        String first = tenant.admin()
                .get(tenant.path("/users"))
                .body()
                .at("/items/0/id")
                .asText();
        String second = tenant.add("second", "ACTIVE");
        tenant.admin().patch(tenant.path("/users/" + second), "{'role':'SYSTEM_ADMIN'}");

        assertThat(tenant.admin().delete(tenant.path("/users/" + first)).status())
                .isEqualTo(204);
        assertThat(tenant.admin().delete(tenant.path("/users/" + second)).code())
                .isEqualTo("last-system-admin");
    }

    @Test // R3
    void another_tenants_user_is_not_there() {
        TestTenant tenant = TestTenant.create(operator, 4);
        TestTenant other = TestTenant.create(operator, 4);
        String foreign = other.add("second", "ACTIVE");

        assertThat(put(tenant, foreign, "LOCKED", "").status()).isEqualTo(404);
        assertThat(tenant.admin().get(tenant.path("/users/" + foreign)).status())
                .isEqualTo(404);
        assertThat(tenant.admin().delete(tenant.path("/users/" + foreign)).status())
                .isEqualTo(404);
        assertThat(other.admin()
                        .get(other.path("/users/" + foreign))
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("ACTIVE");
    }

    private Reply correct(TestTenant tenant, int maximum) {
        return operator.put(tenant.path("/allowance/correction"), "{'maximum':" + maximum + ",'reason':'test'}");
    }

    private static Reply put(TestTenant tenant, String user, String status, String more) {
        return tenant.admin().put(tenant.path("/users/" + user + "/status"), "{'status':'" + status + "'" + more + "}");
    }
}
