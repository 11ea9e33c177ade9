package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

class UserListApiIT {

    private static final Api OPERATOR = Api.of(Installation.shared().first());

    private static final TestTenant TENANT = filled();

    private static TestTenant filled() {
        TestTenant tenant = TestTenant.create(OPERATOR, 50);
        add(tenant, "Berta", "Same Name", "berta@x.example", "ACTIVE", "STANDARD");
        add(tenant, "carl", "Same Name", "carl@x.example", "LOCKED", "STANDARD");
        add(tenant, "100%_real", "Percent", "p@x.example", "INACTIVE", "STANDARD");
        add(tenant, "100 percent", "Under_score", "u@x.example", "ROOM", "STANDARD");
        add(tenant, "dora", "Same Name", "Zora@x.example", "ACTIVE", "SYSTEM_ADMIN");
        add(tenant, "emil\\e", "Back\\slash", "e@x.example", "QUEUE", "STANDARD");
        add(tenant, "Zoe", "zebra", "zoe@x.example", "ASSET", "STANDARD");
        return tenant;
    }

    private static void add(TestTenant tenant, String name, String display, String email, String status, String role) {
        String body = ValidBodies.JSON
                .createObjectNode()
                .put("userName", name)
                .put("displayName", display)
                .put("email", email)
                .put("status", status)
                .put("role", role)
                .toString();
        assertThat(tenant.admin()
                        .send("POST", tenant.path("/users"), body, java.util.Map.of())
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status=ACTIVE | admin,Berta,dora",
                "status=LOCKED,QUEUE | carl,emil\\e",
                "occupiesSeat=true | admin,Berta,carl,dora",
                "occupiesSeat=false&status=ACTIVE,ROOM | 100 percent",
                "occupiesSeat=true&status=ROOM | ",
                "role=SYSTEM_ADMIN | admin,dora",
                "role=STANDARD&status=ACTIVE | Berta",
                "q=ber | Berta",
                "q=BER | Berta",
                "q=same | Berta,carl,dora",
                "q=zo | dora,Zoe",
                "q=100%25 | 100%_real",
                "q=100_ | ",
                "q=%25 | ",
                "q=_ | ",
                "q=Under_ | 100 percent",
                "q=emil%5Ce | emil\\e",
                "q=zo&status=ASSET | Zoe",
                "q=name%20sa | Berta,carl,dora",
                "q=slash | emil\\e",
                "q=score | 100 percent",
                "q=p%C3%A9rc%20100 | 100 percent,100%_real",
                "q=ZEB | Zoe",
                "q=%2C | ",
                "q=nobody | "
            })
    void filters_find_who_fits(String query, String expected) {
        List<String> names = expected == null ? List.of() : List.of(expected.split(","));

        assertThat(walk(query)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(walk(query + "&limit=1")).containsExactlyElementsOf(walk(query));
    }

    @Test
    void an_empty_parameter_is_as_good_as_none() {
        assertThat(walk("status=&role=&q=&sort=&limit=&occupiesSeat=")).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userName", "displayName", "status", "createdAt"})
    void each_sort_walks_all_in_order_and_the_other_way_round(String sort) {
        List<String> all = walk("sort=" + sort + "&limit=3");
        List<String> back = new ArrayList<>(walk("sort=-" + sort + "&limit=3"));
        Collections.reverse(back);

        assertThat(all).hasSize(8).doesNotHaveDuplicates().isEqualTo(back);
        List<String> keys = new ArrayList<>();
        TENANT.admin()
                .get(TENANT.path("/users?sort=" + sort))
                .body()
                .path("items")
                .forEach(user -> keys.add(user.path(sort).asText()));
        if (sort.endsWith("Name")) {
            assertThat(keys).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        } else if (sort.equals("createdAt")) {
            assertThat(keys).isSorted();
        } else {
            assertThat(keys.stream().distinct().toList()).hasSize(6);
        }
    }

    @Test
    void pages_hold_what_was_asked_for() {
        assertThat(page("").path("items")).hasSize(8);
        assertThat(page("").required("next").isNull()).isTrue();
        assertThat(page("limit=8").required("next").isNull()).isTrue();
        assertThat(page("limit=7").path("items")).hasSize(7);
        assertThat(page("limit=7").required("next").isTextual()).isTrue();
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        String cursor = Lists.inUrl(page("limit=2&sort=userName").path("next").asText());

        Reply refusal = TENANT.admin().get(TENANT.path("/users?sort=-userName&cursor=" + cursor));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.body().at("/violations/0/parameter").asText()).isEqualTo("cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"userName", "-userName", "displayName", "-status", "createdAt", "-createdAt"})
    void a_walk_meets_everybody_who_stays_once_whatever_comes_and_goes(String sort) {
        TestTenant tenant = TestTenant.create(OPERATOR, 100);
        List<String> staying = new ArrayList<>(List.of("admin"));
        List<String> leaving = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tenant.add("stay" + i, "ACTIVE");
            staying.add("stay" + i);
            leaving.add(tenant.add("leave" + i, i % 2 == 0 ? "ROOM" : "ACTIVE"));
        }
        AtomicInteger pages = new AtomicInteger();

        List<String> met = Lists.walk(tenant.admin(), tenant.path("/users?limit=2&sort=" + sort), "userName", () -> {
            int page = pages.getAndIncrement();
            if (page < leaving.size()) {
                tenant.admin().delete(tenant.path("/users/" + leaving.get(page)));
                tenant.add((page % 2 == 0 ? "a" : "z") + "new" + page, "ROOM");
            }
        });

        assertThat(met).doesNotHaveDuplicates().containsAll(staying);
    }

    private static com.fasterxml.jackson.databind.JsonNode page(String query) {
        return TENANT.admin().get(TENANT.path("/users?" + query)).body();
    }

    private static List<String> walk(String query) {
        return Lists.walk(TENANT.admin(), TENANT.path("/users?" + query), "userName", () -> {});
    }
}
