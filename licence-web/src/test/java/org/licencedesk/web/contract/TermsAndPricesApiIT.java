package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.StoredTerms;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

class TermsAndPricesApiIT {

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R29
    void published_terms_are_in_force_for_anyone_to_read_and_never_change() throws NoSuchAlgorithmException {
        String version = Calls.unique();
        String text = "1. Plätze werden im Voraus bezahlt.\n\t2. 席\n";
        operator.publishTerms(version, text);
        Api nobody = operator.as("");

        JsonNode current = nobody.get("/terms/current").body();
        assertThat(current.path("version").asText()).isEqualTo(version);
        assertThat(current.path("text").asText()).isEqualTo(text);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(current.path("digest").asText())
                .isEqualTo("sha256:" + HexFormat.of().formatHex(digest));

        Reply again = operator.post("/terms", "{'version':'" + version + "','text':'Other'}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("terms-version-taken");
        operator.publishTerms(Calls.unique(), "Newer terms");
        assertThat(nobody.get("/terms/" + version).body()).isEqualTo(current);
        assertThat(nobody.get("/terms/current").body().path("text").asText()).isEqualTo("Newer terms");
        assertThat(nobody.get("/terms/no-such-version").status()).isEqualTo(404);
    }

    @Test // R29
    void a_translation_stands_beside_the_text_to_which_the_digest_belongs() throws NoSuchAlgorithmException {
        String version = Calls.unique();
        Reply published = operator.post(
                "/terms", "{'version':'" + version + "','text':'Pay.','translations':{'de':'Zahlen Sie.'}}");
        assertThat(published.status()).isEqualTo(201);
        JsonNode terms = operator.as("").get("/terms/" + version).body();
        assertThat(terms.at("/translations/de").asText()).isEqualTo("Zahlen Sie.");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest("Pay.".getBytes(StandardCharsets.UTF_8));
        assertThat(terms.path("digest").asText())
                .isEqualTo("sha256:" + HexFormat.of().formatHex(digest));

        String untranslated = Calls.unique();
        operator.publishTerms(untranslated, "Pay.");
        assertThat(operator.get("/terms/" + untranslated)
                        .body()
                        .at("/translations/de")
                        .isNull())
                .isTrue();
        Reply refused =
                operator.post("/terms", "{'version':'" + Calls.unique() + "','text':'Pay.','translations':{'de':' '}}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/violations/0/pointer").asText()).isEqualTo("/translations/de");
    }

    @Test // R29, R39
    void a_text_that_was_altered_is_neither_served_nor_accepted_and_health_tells() {
        TestTenant tenant = TestTenant.create(operator, 4);
        String version = Calls.unique();
        operator.publishTerms(version, "You owe us nothing.");
        Reply asked = tenant.admin().put(tenant.path("/allowance"), "{'maximum':5}");
        tenant.admin().put(tenant.path("/allowance"), "{'maximum':5,'accept':" + Api.ticked(asked) + "}");
        Reply shown = tenant.admin().put(tenant.path("/allowance"), "{'maximum':6}");
        try {
            StoredTerms.alter(version, "You owe us everything.");

            for (Reply refusal : List.of(
                    operator.as("").get("/terms/current"),
                    operator.as("").get("/terms/" + version),
                    tenant.admin().get(tenant.path("/allowance/quote?raiseTo=6")),
                    tenant.admin()
                            .put(tenant.path("/allowance"), "{'maximum':6,'accept':" + Api.ticked(shown) + "}"))) {
                assertThat(refusal.status()).isEqualTo(500);
                assertThat(refusal.code()).isEqualTo("terms-altered");
                assertThat(refusal.body().path("version").asText()).isEqualTo(version);
                assertThat(refusal.body().toString()).doesNotContain("You owe us");
            }
            assertThat(tenant.figures()).containsEntry("maximum", 5);
            assertThat(tenant.post("ada", "ACTIVE").status()).isEqualTo(201);
            assertThat(tenant.admin().get(tenant.path("/allowance")).status()).isEqualTo(200);
            String proof = tenant.admin()
                    .get(tenant.path("/acceptances"))
                    .body()
                    .at("/items/0/id")
                    .asText();
            assertThat(tenant.admin()
                            .get(tenant.path("/acceptances/" + proof))
                            .body()
                            .path("textMatchesDigest")
                            .booleanValue())
                    .isFalse();
            HttpResponse<String> health =
                    new Visitor(Installation.shared().first().baseUri()).get("/health/ready");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("\"versions\":\"" + version + "\"");
        } finally {
            StoredTerms.alter(version, "You owe us nothing.");
        }
        assertThat(operator.get("/terms/current").status()).isEqualTo(200);
    }

    @Test // R33
    void a_price_changes_at_a_coming_renewal_date_only() {
        TestTenant tenant = TestTenant.create(operator, 4);
        LocalDate next = LocalDate.parse(
                operator.get(tenant.path("")).body().path("renewsOn").asText());

        for (LocalDate wrong : List.of(next.minusDays(1), next.plusDays(1), next.minusMonths(1), next.minusYears(9))) {
            Reply refusal = setPrice(tenant, "13.50", wrong);
            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.code()).isEqualTo("not-a-renewal-date");
            assertThat(refusal.body().path("nextRenewal").asText()).isEqualTo(next.toString());
        }
        Reply set = setPrice(tenant, "13.5", next);
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.body().path("pricePerSeat")).isEqualTo(Amounts.money("13.50", "GBP"));
        assertThat(set.body().path("from").asText()).isEqualTo(next.toString());
        assertThat(setPrice(tenant, "14", next.plusMonths(1)).status()).isEqualTo(200);

        JsonNode shown = tenant.admin().get(tenant.path("/allowance")).body();
        assertThat(shown.path("pricePerSeat")).isEqualTo(Amounts.money("12.00", "GBP"));
        assertThat(shown.at("/nextInvoice/amount")).isEqualTo(Amounts.money("54.00", "GBP"));
        JsonNode quote =
                tenant.admin().get(tenant.path("/allowance/quote?raiseTo=6")).body();
        assertThat(quote.path("monthlyIncrease")).isEqualTo(Amounts.money("27.00", "GBP"));
        assertThat(quote.at("/dueNow/amount")).isEqualTo(Amounts.money(Amounts.dueNow(quote, "12.00", 2, 2), "GBP"));
    }

    @Test // R32
    void a_new_price_asks_again() {
        TestTenant tenant = TestTenant.create(operator, 4);
        LocalDate next = LocalDate.parse(
                operator.get(tenant.path("")).body().path("renewsOn").asText());
        Reply asked = tenant.admin().put(tenant.path("/allowance"), "{'maximum':5}");
        setPrice(tenant, "13.50", next);

        Reply again = tenant.admin().put(tenant.path("/allowance"), "{'maximum':5,'accept':" + Api.ticked(asked) + "}");

        assertThat(again.code()).isEqualTo("increase-not-confirmed");
        assertThat(again.body().at("/quote/monthlyIncrease")).isEqualTo(Amounts.money("13.50", "GBP"));
    }

    @Test // R31
    void a_price_is_no_finer_than_its_currency() {
        TestTenant tenant = TestTenant.create(operator, 4);
        LocalDate next = LocalDate.parse(
                operator.get(tenant.path("")).body().path("renewsOn").asText());

        Reply refusal = setPrice(tenant, "13.505", next);

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.body().at("/violations/0/pointer").asText()).isEqualTo("/pricePerSeat");
        assertThat(setPrice(tenant, "13.500", next).status()).isEqualTo(200);
    }

    private Reply setPrice(TestTenant tenant, String price, LocalDate from) {
        return operator.put(tenant.path("/price"), "{'pricePerSeat':'" + price + "','from':'" + from + "'}");
    }
}
