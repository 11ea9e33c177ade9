package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/** Reduction requests over HTTP (R30). */
class ReductionsApiIT {

    private final Api operator = Api.of(Installation.shared().first());

    private final TestTenant tenant = TestTenant.create(operator, 5);

    private final Api admin = tenant.admin();

    private final Api manager = new Calls(tenant, operator, Calls.newManager(operator)).manager();

    @Test // R30
    void a_preview_says_what_must_be_freed_and_asks_for_nothing() {
        tenant.add("second", "ACTIVE");
        tenant.add("third", "LOCKED");

        Reply preview = admin.get(tenant.path("/reduction-preview?maximum=2"));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body().at("/preflight/inUse").asInt()).isEqualTo(3);
        assertThat(preview.body().at("/preflight/mustFree").asInt()).isEqualTo(1);
        assertThat(preview.body().path("effectiveOn").asText()).isEqualTo(nextRenewal());
        assertThat(preview.body().at("/renewals/0").asText()).isEqualTo(nextRenewal());
        String later = preview.body().at("/renewals/3").asText();
        assertThat(admin.get(tenant.path("/reduction-preview?maximum=3&effectiveOn=" + later))
                        .body()
                        .path("effectiveOn")
                        .asText())
                .isEqualTo(later);
        assertThat(admin.get(tenant.path("/reduction-requests")).body().path("items"))
                .isEmpty();
    }

    @Test // R30
    void a_request_is_made_shown_and_withdrawn() {
        String second = tenant.add("second", "ACTIVE");

        Reply made = ask("'maximum':1,'reason':'Two sites closed','deactivate':['" + second + "']");

        assertThat(made.status()).isEqualTo(201);
        String path =
                tenant.path("/reduction-requests/" + made.body().path("id").asText());
        assertThat(made.header("Location")).endsWith("/api/v1" + path);
        assertThat(made.body().path("state").asText()).isEqualTo("OPEN");
        assertThat(made.body().path("effectiveOn").asText()).isEqualTo(nextRenewal());
        assertThat(made.body().at("/deactivate/0").asText()).isEqualTo(second);
        assertThat(made.body().at("/preflight/mustFree").asInt()).isEqualTo(1);
        assertThat(made.body().at("/preflight/willBeFreed").asInt()).isEqualTo(1);
        assertThat(made.body().at("/tenant/slug").asText()).isEqualTo(tenant.slug());
        assertThat(admin.get(path).body()).isEqualTo(made.body());
        assertThat(admin.get(tenant.path("/reduction-requests")).body().at("/items/0"))
                .isEqualTo(made.body());
        Reply another = ask("'maximum':2,'reason':'x'");
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.code()).isEqualTo("request-open");
        assertThat(another.body().path("requestId")).isEqualTo(made.body().path("id"));

        assertThat(admin.delete(path).status()).isEqualTo(204);

        JsonNode withdrawn = admin.get(path).body();
        assertThat(withdrawn.path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.required("preflight").isNull()).isTrue();
        Reply again = admin.delete(path);
        assertThat(again.code()).isEqualTo("wrong-request-state");
        assertThat(again.body().path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(ask("'maximum':2,'reason':'x'").status()).isEqualTo(201);
    }

    @ParameterizedTest // R30
    @CsvSource({"5, not-a-reduction", "6, not-a-reduction"})
    void a_number_that_is_no_reduction_is_refused_with_the_figures(int maximum, String code) {
        for (Reply refusal : List.of(
                ask("'maximum':" + maximum + ",'reason':'x'"),
                admin.get(tenant.path("/reduction-preview?maximum=" + maximum)))) {
            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.body().at("/figures/maximum").asInt()).isEqualTo(5);
        }
    }

    @Test // R30
    void a_date_that_is_no_coming_renewal_is_refused_with_the_next_one() {
        LocalDate next = LocalDate.parse(nextRenewal());
        for (LocalDate wrong : List.of(next.plusDays(1), next.minusMonths(1), next.minusYears(5))) {
            for (Reply refusal : List.of(
                    ask("'maximum':2,'reason':'x','effectiveOn':'" + wrong + "'"),
                    admin.get(tenant.path("/reduction-preview?maximum=2&effectiveOn=" + wrong)))) {
                assertThat(refusal.status()).isEqualTo(409);
                assertThat(refusal.code()).isEqualTo("not-a-renewal-date");
                assertThat(refusal.body().path("nextRenewal").asText()).isEqualTo(next.toString());
            }
        }
    }

    @Test // R4, R30
    void users_who_cannot_be_chosen_are_refused_at_their_place_or_by_name() {
        String room = tenant.add("room", "ROOM");
        String stranger = TestTenant.create(operator, 5).add("stranger", "ACTIVE");
        String first = admin.get(tenant.path("/users?q=admin"))
                .body()
                .at("/items/0/id")
                .asText();

        for (String unknown : List.of(stranger, "no-such-user", "00000000-0000-0000-0000-000000000001")) {
            Reply refusal = ask("'maximum':2,'reason':'x','deactivate':['" + room + "','" + unknown + "']");
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.body().at("/violations/0/pointer").asText()).isEqualTo("/deactivate/1");
        }
        Reply seatless = ask("'maximum':2,'reason':'x','deactivate':['" + room + "']");
        assertThat(seatless.code()).isEqualTo("holds-no-seat");
        assertThat(seatless.body().path("userId").asText()).isEqualTo(room);
        assertThat(ask("'maximum':2,'reason':'x','deactivate':['" + first + "']")
                        .code())
                .isEqualTo("last-system-admin");
        assertThat(admin.get(tenant.path("/reduction-requests")).body().path("items"))
                .isEmpty();
    }

    @Test // R2, R30
    void the_account_manager_accepts_and_the_panel_shows_what_was_agreed() {
        String request = id(ask("'maximum':2,'reason':'x'"));

        Reply accepted = decide(request, "'decision':'ACCEPT','message':'Fine'");

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.body().path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(accepted.body().path("message").asText()).isEqualTo("Fine");
        assertThat(accepted.body().required("endedAt").isNull()).isTrue();
        JsonNode shown = admin.get(tenant.path("/allowance")).body();
        assertThat(shown.path("maximum").asInt()).isEqualTo(5);
        assertThat(shown.at("/agreedReduction/maximum").asInt()).isEqualTo(2);
        assertThat(shown.at("/agreedReduction/effectiveOn").asText()).isEqualTo(nextRenewal());
        Reply again = decide(request, "'decision':'DECLINE'");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("wrong-request-state");
    }

    @Test // R30
    void a_counter_is_answered_by_the_admin() {
        String request = id(ask("'maximum':2,'reason':'x'"));
        assertThat(answer(request, "ACCEPT").code()).isEqualTo("wrong-request-state");

        Reply countered = decide(request, "'decision':'COUNTER','maximum':3,'message':'Three'");

        assertThat(countered.body().path("state").asText()).isEqualTo("COUNTERED");
        assertThat(countered.body().at("/counter/maximum").asInt()).isEqualTo(3);
        assertThat(countered.body().at("/counter/effectiveOn").asText()).isEqualTo(nextRenewal());
        assertThat(countered.body().path("maximum").asInt()).isEqualTo(2);
        assertThat(answer(request, "ACCEPT").body().path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(admin.get(tenant.path("/allowance"))
                        .body()
                        .at("/agreedReduction/maximum")
                        .asInt())
                .isEqualTo(3);
    }

    @Test // R30
    void both_sides_can_decline() {
        String first = id(ask("'maximum':2,'reason':'x'"));
        assertThat(decide(first, "'decision':'DECLINE'").body().path("state").asText())
                .isEqualTo("DECLINED");
        String second = id(ask("'maximum':2,'reason':'x'"));
        decide(second, "'decision':'COUNTER','maximum':4");
        assertThat(answer(second, "DECLINE").body().path("state").asText()).isEqualTo("DECLINED");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`'decision':'COUNTER'`, /maximum",
                "`'decision':'COUNTER','message':'less'`, /maximum",
                "`'decision':'ACCEPT','maximum':3`, /maximum",
                "`'decision':'DECLINE','effectiveOn':'2030-01-01'`, /effectiveOn"
            })
    void a_decision_that_contradicts_itself_is_refused_at_the_member(String body, String pointer) {
        Reply refusal = decide(id(ask("'maximum':2,'reason':'x'")), body);
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.body().at("/violations/0/pointer").asText()).isEqualTo(pointer);
    }

    @Test // R30
    void an_increase_says_beforehand_that_it_ends_what_was_agreed_and_does() {
        String request = id(ask("'maximum':2,'reason':'x'"));
        decide(request, "'decision':'ACCEPT'");

        Reply asked = admin.put(tenant.path("/allowance"), "{'maximum':6}");
        assertThat(asked.body().at("/quote/endsReduction/maximum").asInt()).isEqualTo(2);
        assertThat(admin.get(tenant.path("/allowance/quote?raiseTo=6")).body())
                .isEqualTo(asked.body().path("quote"));
        Reply raised = admin.put(tenant.path("/allowance"), "{'maximum':6,'accept':" + Api.ticked(asked) + "}");

        assertThat(raised.status()).isEqualTo(200);
        assertThat(raised.body().required("agreedReduction").isNull()).isTrue();
        assertThat(admin.get(tenant.path("/reduction-requests/" + request))
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("SUPERSEDED");
    }

    @Test // R32
    void a_consent_by_a_client_that_does_not_know_of_reductions_counts() {
        Reply asked = admin.put(tenant.path("/allowance"), "{'maximum':6}");
        ObjectNode consent = Api.ticked(asked);
        assertThat(consent.required("endsReduction").isNull()).isTrue();
        consent.remove("endsReduction");
        assertThat(admin.put(tenant.path("/allowance"), "{'maximum':6,'accept':" + consent + "}")
                        .status())
                .isEqualTo(200);
    }

    @Test // R30
    void an_activation_that_takes_one_of_the_seats_says_so() {
        decide(id(ask("'maximum':2,'reason':'x'")), "'decision':'ACCEPT'");
        Reply second = tenant.post("second", "ACTIVE");
        assertThat(second.body().required("reductionAtRisk").isNull()).isTrue();
        String third = tenant.add("third", "INACTIVE");

        Reply activated = admin.put(tenant.path("/users/" + third + "/status"), "{'status':'ACTIVE'}");

        assertThat(activated.status()).isEqualTo(200);
        assertThat(activated.body().at("/reductionAtRisk/maximum").asInt()).isEqualTo(2);
        assertThat(activated.body().at("/reductionAtRisk/effectiveOn").asText()).isEqualTo(nextRenewal());
        assertThat(tenant.post("fourth", "ACTIVE")
                        .body()
                        .at("/reductionAtRisk/maximum")
                        .asInt())
                .isEqualTo(2);
    }

    @Test // R30, R32
    void a_reduction_whose_date_has_come_is_applied_before_an_increase_is_quoted_and_made() throws SQLException {
        tenant.add("second", "ACTIVE");
        String request = id(ask("'maximum':2,'reason':'x'"));
        decide(request, "'decision':'ACCEPT'");
        letTheDateCome();

        Reply asked = admin.put(tenant.path("/allowance"), "{'maximum':6}");

        assertThat(asked.code()).isEqualTo("increase-not-confirmed");
        assertThat(asked.body().at("/figures/maximum").asInt()).isEqualTo(2);
        assertThat(asked.body().at("/quote/seats").asInt()).isEqualTo(4);
        assertThat(asked.body().path("quote").required("endsReduction").isNull())
                .isTrue();
        assertThat(admin.get(tenant.path("/allowance/quote?raiseTo=6")).body())
                .isEqualTo(asked.body().path("quote"));
        assertThat(tenant.figures()).containsEntry("maximum", 2);
        Reply raised = admin.put(tenant.path("/allowance"), "{'maximum':6,'accept':" + Api.ticked(asked) + "}");
        assertThat(raised.status()).isEqualTo(200);
        assertThat(admin.get(tenant.path("/reduction-requests/" + request))
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("APPLIED");
    }

    /** As if the renewal date that was agreed on were today. */
    private void letTheDateCome() throws SQLException {
        String ofTenant = " where tenant_id = (select id from tenant where slug = '" + tenant.slug() + "')";
        try (Connection connection = Installation.shared().database().connect("licence");
                Statement statement = connection.createStatement()) {
            for (String change : List.of(
                    "update allowance set reduces_on = utc_date()",
                    "update reduction_request set effective_on = utc_date()")) {
                assertThat(statement.executeUpdate(change + ofTenant)).isEqualTo(1);
            }
        }
    }

    @Test // R2, R3
    void an_account_manager_lists_the_portfolio_and_decides_nowhere_else() {
        TestTenant outside = TestTenant.create(operator, 5);
        String elsewhere = id(outside.admin().post(outside.path("/reduction-requests"), "{'maximum':2,'reason':'x'}"));
        String withdrawn = id(ask("'maximum':3,'reason':'x'"));
        admin.delete(tenant.path("/reduction-requests/" + withdrawn));
        String open = id(ask("'maximum':2,'reason':'x'"));

        assertThat(Lists.walk(manager, "/reduction-requests", "id", () -> {})).containsExactly(open, withdrawn);
        assertThat(manager.get("/reduction-requests?state=WITHDRAWN").body().path("items"))
                .singleElement()
                .satisfies(found -> assertThat(found.path("id").asText()).isEqualTo(withdrawn));
        assertThat(manager.put(outside.path("/reduction-requests/" + elsewhere + "/decision"), "{'decision':'ACCEPT'}")
                        .status())
                .isEqualTo(404);
        assertThat(decide(elsewhere, "'decision':'ACCEPT'").status()).isEqualTo(404);
    }

    @Test // R36
    void a_repeat_with_the_same_key_makes_one_request_and_gets_its_answer() {
        Map<String, String> key = Map.of("Idempotency-Key", Calls.unique());
        String body = "{\"maximum\":2,\"reason\":\"x\"}";
        Reply first = admin.send("POST", tenant.path("/reduction-requests"), body, key);
        Reply second = admin.send("POST", tenant.path("/reduction-requests"), body, key);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(admin.get(tenant.path("/reduction-requests")).body().path("items"))
                .hasSize(1);
    }

    private Reply ask(String members) {
        return admin.post(tenant.path("/reduction-requests"), "{" + members + "}");
    }

    private Reply decide(String request, String members) {
        return manager.put(tenant.path("/reduction-requests/" + request + "/decision"), "{" + members + "}");
    }

    private Reply answer(String request, String answer) {
        return admin.put(tenant.path("/reduction-requests/" + request + "/answer"), "{'answer':'" + answer + "'}");
    }

    private String nextRenewal() {
        return operator.get(tenant.path("")).body().path("renewsOn").asText();
    }

    private static String id(Reply made) {
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.body().path("id").asText();
    }
}
