package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

class LedgerApiIT {

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R29, R38
    void each_change_is_an_entry_with_who_where_what_and_the_figures_after_it() {
        TestTenant tenant = TestTenant.create(operator, 1);
        String user = tenant.add("second", "ROOM");
        String status = tenant.path("/users/" + user + "/status");
        Reply asked = tenant.admin().put(status, "{'status':'ACTIVE'}");
        tenant.admin().put(status, "{'status':'ACTIVE','accept':" + Api.ticked(asked) + "}");
        tenant.admin().put(status, "{'status':'LOCKED'}");
        tenant.admin().patch(tenant.path("/users/" + user), "{'role':'SYSTEM_ADMIN'}");
        tenant.admin().patch(tenant.path("/users/" + user), "{'displayName':'no entry'}");
        tenant.admin().put(status, "{'status':'QUEUE'}");
        tenant.admin().put(status, "{'status':'LOCKED'}");
        tenant.admin().delete(tenant.path("/users/" + user));
        operator.put(tenant.path("/allowance/correction"), "{'maximum':0,'reason':'Contract 4711'}");

        List<JsonNode> entries = entries(tenant, "");

        assertThat(entries.stream().map(LedgerApiIT::summary))
                .containsExactly(
                        "TENANT_CREATED 1/0",
                        "USER_ADDED 1/0 ACTIVE SYSTEM_ADMIN",
                        "SEAT_TAKEN 1/1 ACTIVE SYSTEM_ADMIN",
                        "USER_ADDED 1/1 ROOM STANDARD",
                        "ALLOWANCE_RAISED 2/1",
                        "TERMS_ACCEPTED 2/1",
                        "SEAT_TAKEN 2/2 ACTIVE STANDARD",
                        "USER_CHANGED 2/2 LOCKED STANDARD",
                        "USER_CHANGED 2/2 LOCKED SYSTEM_ADMIN",
                        "SEAT_RELEASED 2/1 QUEUE SYSTEM_ADMIN",
                        "SEAT_TAKEN 2/2 LOCKED SYSTEM_ADMIN",
                        "SEAT_RELEASED 2/1 LOCKED SYSTEM_ADMIN",
                        "USER_DELETED 2/1 LOCKED SYSTEM_ADMIN",
                        "ALLOWANCE_CORRECTED 0/1");
        JsonNode last = entries.get(entries.size() - 1);
        assertThat(last.path("reason").asText()).isEqualTo("Contract 4711");
        assertThat(last.required("userId").isNull()).isTrue();
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.path("door").asText()).isEqualTo("API");
            assertThat(entry.path("actor").asText()).startsWith("token:");
        });
        assertThat(entries.get(6).path("userId").asText()).isEqualTo(user);
        assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 0, "occupied", 1));
    }

    @Test // R38
    void entries_follow_each_other_without_a_gap_and_are_chained() {
        TestTenant tenant = TestTenant.create(operator, 9);
        for (int i = 0; i < 4; i++) {
            tenant.add("user" + i, "ACTIVE");
        }

        List<JsonNode> entries = entries(tenant, "");

        String hash = "0".repeat(64);
        String at = "";
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            assertThat(entry.path("seq").asInt()).isEqualTo(i + 1);
            assertThat(entry.path("previousHash").asText()).isEqualTo(hash);
            hash = entry.path("hash").asText();
            assertThat(java.time.Instant.parse(entry.path("at").asText()))
                    .isAfterOrEqualTo(at.isEmpty() ? java.time.Instant.MIN : java.time.Instant.parse(at));
            at = entry.path("at").asText();
        }
        assertThat(entries(tenant, "&limit=4")).isEqualTo(entries);
        assertThat(entries(tenant, "&limit=1")).isEqualTo(entries);
        JsonNode after =
                tenant.admin().get(tenant.path("/ledger?after=1000000")).body();
        assertThat(after.path("items")).isEmpty();
        assertThat(after.required("next").isNull()).isTrue();
    }

    @Test // R29
    void refused_changes_leave_no_entry() {
        TestTenant tenant = TestTenant.create(operator, 1);
        int before = entries(tenant, "").size();

        tenant.post("second", "ACTIVE");
        tenant.post("admin", "ROOM");
        tenant.admin().put(tenant.path("/allowance"), "{'maximum':5}");
        tenant.admin().put(tenant.path("/allowance"), "{'maximum':0}");

        assertThat(entries(tenant, "")).hasSize(before);
    }

    private static List<JsonNode> entries(TestTenant tenant, String more) {
        List<JsonNode> entries = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = tenant.admin()
                    .get(tenant.path("/ledger?after=" + after + more))
                    .body();
            page.required("items").forEach(entries::add);
            if (page.required("next").isNull()) {
                return entries;
            }
            after = page.path("next").asLong();
        }
    }

    private static String summary(JsonNode entry) {
        JsonNode figures = entry.path("figures");
        String text = entry.path("kind").asText() + " " + figures.path("maximum") + "/" + figures.path("occupied") + " "
                + (entry.path("status").isNull()
                        ? ""
                        : entry.path("status").asText() + " "
                                + entry.path("role").asText());
        return text.strip();
    }
}
