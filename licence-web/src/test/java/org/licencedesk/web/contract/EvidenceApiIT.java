package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

class EvidenceApiIT {

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R29
    void an_acceptance_is_evidence_with_the_text_that_was_accepted() {
        TestTenant tenant = TestTenant.create(operator, 4);
        Reply asked = tenant.admin().put(tenant.path("/allowance"), "{'maximum':6}");
        tenant.admin().put(tenant.path("/allowance"), "{'maximum':6,'accept':" + Api.ticked(asked) + "}");
        JsonNode quote = asked.body().path("quote");

        JsonNode listed = tenant.admin().get(tenant.path("/acceptances")).body().at("/items/0");
        JsonNode shown = tenant.admin()
                .get(tenant.path("/acceptances/" + listed.path("id").asText()))
                .body();

        assertThat(shown.path("raisedFrom").asInt()).isEqualTo(4);
        assertThat(shown.path("raisedTo").asInt()).isEqualTo(6);
        for (String member : List.of("monthlyIncrease", "dueNow", "nextInvoice", "terms")) {
            assertThat(shown.path(member)).isEqualTo(quote.path(member)).isEqualTo(listed.path(member));
        }
        for (String member : List.of("dueNow", "nextInvoice", "terms")) {
            assertThat(shown.path("shown").path(member)).isEqualTo(quote.path(member));
        }
        assertThat(listed.path("shown")).isEqualTo(shown.path("shown"));
        assertThat(shown.path("door").asText()).isEqualTo("API");
        assertThat(shown.path("actor").asText()).startsWith("token:");
        assertThat(shown.required("person").isNull()).isTrue();
        String version = quote.at("/terms/version").asText();
        assertThat(shown.path("text"))
                .isEqualTo(operator.get("/terms/" + version).body().path("text"));
        assertThat(shown.path("textMatchesDigest").asBoolean()).isTrue();
    }

    @Test // R32
    void an_acceptance_keeps_what_was_shown_beside_what_is_charged() {
        TestTenant tenant = TestTenant.create(operator, 4);
        Reply asked = tenant.admin().put(tenant.path("/allowance"), "{'maximum':6}");
        ObjectNode accept = Api.ticked(asked);
        ((ObjectNode) accept.at("/dueNow/amount")).put("amount", "999.00");
        ((ObjectNode) accept.path("dueNow")).put("from", "2026-01-01");
        ((ObjectNode) accept.at("/nextInvoice/amount")).put("amount", "9999.00");

        assertThat(tenant.admin()
                        .put(tenant.path("/allowance"), "{'maximum':6,'accept':" + accept + "}")
                        .status())
                .isEqualTo(200);

        JsonNode kept = tenant.admin().get(tenant.path("/acceptances")).body().at("/items/0");
        for (String member : List.of("dueNow", "nextInvoice", "terms")) {
            assertThat(kept.path(member)).isEqualTo(asked.body().path("quote").path(member));
            assertThat(kept.path("shown").path(member)).isEqualTo(accept.path(member));
        }
    }

    @Test // R38
    void a_falsified_ledger_is_found_out_by_all_who_may_see_it_and_harms_no_readiness() throws Exception {
        TestTenant tenant = TestTenant.create(operator, 4);
        String user = tenant.add("ada", "ACTIVE");
        JsonNode intact =
                tenant.admin().get(tenant.path("/ledger/verification")).body();
        assertThat(intact.path("intact").asBoolean()).isTrue();
        assertThat(intact.path("entries").asInt()).isEqualTo(5);
        String id = "(select id from tenant where slug = '" + tenant.slug() + "')";

        execute("update ledger_entry set actor = 'nobody' where seq = 2 and tenant_id = " + id);
        execute("update user_account set status = 'INACTIVE' where id = '" + user + "'");

        JsonNode found = operator.get(tenant.path("/ledger/verification")).body();
        assertThat(found.path("intact").asBoolean()).isFalse();
        assertThat(found.at("/fault/seq").asInt()).isEqualTo(2);
        assertThat(found.at("/fault/kind").asText()).isEqualTo("ALTERED");
        List<String> drift = new ArrayList<>();
        found.path("drift")
                .forEach(each -> drift.add(each.path("kind").asText() + " "
                        + each.path("userName").asText() + " "
                        + each.path("expected").asText() + " "
                        + each.path("found").asText()));
        assertThat(drift).containsExactlyInAnyOrder("STATUS ada ACTIVE INACTIVE", "OCCUPIED null 1 2");
        assertThat(Lists.walk(operator, "/ledger-verifications?limit=200", "tenant", () -> {}))
                .contains(tenant.slug());

        HttpResponse<String> health = new Visitor(address()).get("/health/ready");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body())
                .containsPattern("\"findings\":\"[1-9]\\d*\"")
                .containsPattern("\"tenants\":\"[1-9]\\d*\"")
                .doesNotContain(tenant.slug(), "ALTERED", "ada");
        assertThat(Files.readString(Installation.shared().first().logFile()))
                .contains("The ledger of " + tenant.slug() + ": entry 2 ALTERED");
    }

    private static URI address() {
        return Installation.shared().first().baseUri();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Installation.shared().database().connect("licence");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
