package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.licencedesk.web.contract.Amounts.money;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

class AllowanceApiIT {

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R2, R31
    void shows_figures_price_next_invoice_terms_and_whom_to_turn_to() {
        TestTenant tenant = TestTenant.create(operator, 3);
        tenant.add("locked", "LOCKED");

        JsonNode shown = tenant.admin().get(tenant.path("/allowance")).body();

        assertThat(figures(shown)).containsExactly(3, 2, 1, 0);
        assertThat(shown.path("locked").asInt()).isEqualTo(1);
        assertThat(shown.path("pricePerSeat")).isEqualTo(money("12.00", "GBP"));
        assertThat(shown.at("/nextInvoice/amount")).isEqualTo(money("36.00", "GBP"));
        assertThat(shown.path("terms")).isEqualTo(termsInForce());
        assertThat(shown.at("/accountManager/email").asText()).contains("@");
    }

    @Test // R8, R31, R33
    void a_quote_says_what_it_costs_now_and_on_the_next_invoice() {
        TestTenant tenant = TestTenant.create(operator, 3);

        JsonNode quote =
                tenant.admin().get(tenant.path("/allowance/quote?raiseTo=10")).body();

        LocalDate today = LocalDate.parse(quote.at("/dueNow/from").asText());
        LocalDate next = today.withDayOfMonth(1).plusMonths(1);
        BigDecimal due = Amounts.dueNow(quote, "12.00", 7, 2);
        assertThat(quote.path("raiseTo").asInt()).isEqualTo(10);
        assertThat(quote.path("seats").asInt()).isEqualTo(7);
        assertThat(quote.path("monthlyIncrease")).isEqualTo(money("84.00", "GBP"));
        assertThat(quote.at("/dueNow/to").asText()).isEqualTo(next.minusDays(1).toString());
        assertThat(quote.at("/dueNow/amount")).isEqualTo(money(due, "GBP"));
        assertThat(quote.at("/nextInvoice/date").asText()).isEqualTo(next.toString());
        assertThat(quote.at("/nextInvoice/amount")).isEqualTo(money(due.add(new BigDecimal("120.00")), "GBP"));
        assertThat(quote.path("terms")).isEqualTo(termsInForce());
    }

    @Test // R7, R8, R10
    void an_increase_is_asked_for_confirmed_and_shown() {
        TestTenant tenant = TestTenant.create(operator, 3);

        Reply asked = raise(tenant, 10);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.code()).isEqualTo("increase-not-confirmed");
        assertThat(figures(asked.body().path("figures"))).containsExactly(3, 1, 2, 0);
        assertThat(tenant.figures()).containsEntry("maximum", 3);

        Reply done = raise(tenant, 10, Api.ticked(asked));
        assertThat(done.status()).isEqualTo(200);
        assertThat(figures(done.body())).containsExactly(10, 1, 9, 0);
        assertThat(done.body().path("nextInvoice")).isEqualTo(asked.body().at("/quote/nextInvoice"));
        Reply shown = tenant.admin().get(tenant.path("/allowance"));
        assertThat(shown.body()).isEqualTo(done.body());
        assertThat(shown.header("ETag")).isEqualTo(done.header("ETag"));
    }

    @Test // R33
    void the_next_invoice_is_the_sum_of_the_quotes_that_were_committed() {
        TestTenant tenant = TestTenant.create(operator, 1, ",'pricePerSeat':'9.99'");
        BigDecimal due = BigDecimal.ZERO;
        for (int maximum = 2; maximum <= 4; maximum++) {
            Reply asked = raise(tenant, maximum);
            due = due.add(new BigDecimal(
                    asked.body().at("/quote/dueNow/amount/amount").asText()));
            assertThat(raise(tenant, maximum, Api.ticked(asked)).status()).isEqualTo(200);
        }

        JsonNode shown = tenant.admin().get(tenant.path("/allowance")).body();
        assertThat(shown.at("/nextInvoice/amount")).isEqualTo(money(due.add(new BigDecimal("39.96")), "GBP"));
    }

    @ParameterizedTest // R7, R11
    @CsvSource({"2, decrease-not-offered", "0, decrease-not-offered", "3, not-an-increase", "1000001, ceiling-reached"})
    void a_number_that_cannot_be_is_refused_by_name_and_with_its_numbers(int wanted, String code) {
        TestTenant tenant = TestTenant.create(operator, 3);

        Reply raised = raise(tenant, wanted);
        Reply quoted = tenant.admin().get(tenant.path("/allowance/quote?raiseTo=" + wanted));

        for (Reply refusal : List.of(raised, quoted)) {
            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.code()).isEqualTo(code);
            if (code.equals("ceiling-reached")) {
                assertThat(refusal.body().path("ceiling").asInt()).isEqualTo(1_000_000);
            } else {
                assertThat(figures(refusal.body().path("figures"))).containsExactly(3, 1, 2, 0);
            }
        }
        if (code.equals("decrease-not-offered")) {
            JsonNode shown = tenant.admin().get(tenant.path("/allowance")).body();
            assertThat(raised.body().path("accountManager")).isEqualTo(shown.path("accountManager"));
            assertThat(raised.body().path("reductionRequests").asText())
                    .isEqualTo("/api/v1" + tenant.path("/reduction-requests"));
        }
        assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 3, "occupied", 1));
    }

    @Test // R7
    void the_ceiling_itself_can_be_reached() {
        TestTenant tenant = TestTenant.create(operator, 3);

        assertThat(raise(tenant, 1_000_000, Api.ticked(raise(tenant, 1_000_000)))
                        .status())
                .isEqualTo(200);
    }

    @Test // R8, R29, R32
    void only_the_fresh_quote_with_its_terms_ticked_counts_as_consent() {
        TestTenant tenant = TestTenant.create(operator, 3);
        Reply asked = raise(tenant, 5);

        assertRefused(tenant, asked, accept -> accept.put("termsAccepted", false));
        assertRefused(tenant, asked, accept -> accept.remove("termsAccepted"));
        assertRefused(tenant, asked, accept -> accept.put("raiseTo", 4));
        assertRefused(tenant, asked, accept -> accept.putNull("monthlyIncrease"));
        assertRefused(tenant, asked, accept -> accept.set("monthlyIncrease", money("23.99", "GBP")));
        assertRefused(tenant, asked, accept -> accept.set("monthlyIncrease", money("24.01", "GBP")));
        assertRefused(tenant, asked, accept -> accept.set("monthlyIncrease", money("24.00", "EUR")));
        assertRefused(tenant, asked, accept -> due(accept).set("amount", money("0.00", "GBP")));
        assertRefused(tenant, asked, accept -> due(accept).set("amount", money("999.00", "EUR")));
        assertRefused(tenant, asked, accept -> due(accept).putNull("amount"));
        assertRefused(tenant, asked, accept -> accept.put("seats", 77));
        assertRefused(tenant, asked, accept -> accept.put("seats", 1));
        LocalDate next =
                LocalDate.parse(asked.body().at("/quote/nextInvoice/date").asText());
        assertRefused(tenant, asked, accept -> invoice(accept)
                .put("date", next.plusDays(1).toString()));
        assertRefused(tenant, asked, accept -> invoice(accept)
                .put("date", next.minusMonths(1).toString()));
        BigDecimal total = new BigDecimal(
                asked.body().at("/quote/nextInvoice/amount/amount").asText());
        assertRefused(tenant, asked, accept -> invoice(accept)
                .set("amount", money(total.subtract(new BigDecimal("0.01")), "GBP")));
        assertRefused(tenant, asked, accept -> invoice(accept).set("amount", money(total, "EUR")));
        assertRefused(tenant, asked, accept -> invoice(accept).putNull("amount"));
        assertRefused(tenant, asked, accept -> accept.putObject("endsReduction")
                .put("maximum", 2)
                .put("effectiveOn", next.toString()));
        assertRefused(
                tenant, asked, accept -> ((ObjectNode) accept.path("terms")).put("digest", "sha256:" + "0".repeat(64)));
        assertThat(tenant.figures()).containsEntry("maximum", 3);

        ObjectNode dearer = Api.ticked(asked);
        due(dearer).set("amount", money("999.00", "GBP"));
        invoice(dearer).set("amount", money("9999.00", "GBP"));
        assertThat(raise(tenant, 5, dearer).status()).isEqualTo(200);
    }

    @ParameterizedTest // R32
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/raiseTo, `'5'`, /accept/raiseTo",
                "/seats, 2.5, /accept/seats",
                "/seats, null, /accept/seats",
                "/monthlyIncrease, `'24.00'`, /accept/monthlyIncrease",
                "/monthlyIncrease/amount, 24, /accept/monthlyIncrease/amount",
                "/dueNow, [], /accept/dueNow",
                "/dueNow/from, 20261101, /accept/dueNow/from",
                "/nextInvoice/date, null, /accept/nextInvoice/date",
                "/nextInvoice/amount, true, /accept/nextInvoice/amount",
                "/terms/digest, 7, /accept/terms/digest",
                "/endsReduction, `'none'`, /accept/endsReduction",
                "/termsAccepted, `'true'`, /accept/termsAccepted"
            })
    void a_member_of_another_type_is_refused_at_its_place(String member, String value, String pointer) {
        TestTenant tenant = TestTenant.create(operator, 3);
        ObjectNode accept = Api.ticked(raise(tenant, 5));
        int last = member.lastIndexOf('/');
        ((ObjectNode) accept.at(member.substring(0, last))).set(member.substring(last + 1), json(value));

        Reply refusal = raise(tenant, 5, accept);

        assertThat(refusal.status()).as(refusal.text()).isEqualTo(400);
        assertThat(refusal.body().at("/violations/0/pointer").asText()).isEqualTo(pointer);
        assertThat(tenant.figures()).containsEntry("maximum", 3);
    }

    @Test // R29, R32
    void new_terms_ask_again() {
        TestTenant tenant = TestTenant.create(operator, 3);
        Reply asked = raise(tenant, 5);
        operator.publishTerms(Calls.unique(), "Other terms");

        Reply again = raise(tenant, 5, Api.ticked(asked));

        assertThat(again.code()).isEqualTo("increase-not-confirmed");
        assertThat(again.body().at("/quote/terms")).isEqualTo(termsInForce());
        assertThat(raise(tenant, 5, Api.ticked(again)).status()).isEqualTo(200);
    }

    @Test // R31
    void a_price_that_is_not_known_is_null_and_can_be_consented_to() {
        TestTenant tenant = TestTenant.create(operator, 1, "");

        JsonNode shown = tenant.admin().get(tenant.path("/allowance")).body();
        assertThat(shown.required("pricePerSeat").isNull()).isTrue();
        assertThat(shown.required("nextInvoice").required("amount").isNull()).isTrue();
        Reply asked = raise(tenant, 2);
        JsonNode quote = asked.body().path("quote");
        assertThat(quote.required("monthlyIncrease").isNull()).isTrue();
        assertThat(quote.required("dueNow").required("amount").isNull()).isTrue();
        assertThat(quote.required("nextInvoice").required("amount").isNull()).isTrue();
        assertThat(raise(tenant, 2, Api.ticked(asked)).status()).isEqualTo(200);
    }

    @ParameterizedTest // R31
    @CsvSource({"JPY, 1201, 0, 2402, 6005", "KWD, 3.125, 3, 6.250, 15.625", "KWD, 3.5, 3, 7.000, 17.500"})
    void amounts_have_as_many_places_as_the_currency(
            String currency, String price, int places, String increase, String whole) {
        String slug = Calls.unique();
        assertThat(operator.post(
                                "/tenants",
                                "{'slug':'" + slug + "','name':'x','maximum':3,'currency':'" + currency
                                        + "','pricePerSeat':'" + price
                                        + "','firstAdmin':{'userName':'a','displayName':'a','email':'a@b'}}")
                        .status())
                .isEqualTo(201);
        String token = operator.post("/tenants/" + slug + "/tokens", "{'name':'t','role':'SYSTEM_ADMIN'}")
                .body()
                .path("token")
                .asText();

        JsonNode quote = operator.as(token)
                .get("/tenants/" + slug + "/allowance/quote?raiseTo=5")
                .body();

        BigDecimal due = Amounts.dueNow(quote, price, 2, places);
        assertThat(quote.path("monthlyIncrease")).isEqualTo(money(increase, currency));
        assertThat(quote.at("/dueNow/amount")).isEqualTo(money(due, currency));
        assertThat(quote.at("/nextInvoice/amount")).isEqualTo(money(due.add(new BigDecimal(whole)), currency));
    }

    @Test // R31
    void the_most_seats_at_the_highest_price_are_amounts_in_the_documented_form() {
        TestTenant tenant = TestTenant.create(operator, 1, ",'pricePerSeat':'999999999.99'");
        raise(tenant, 1_000_000, Api.ticked(raise(tenant, 1_000_000)));

        Reply corrected = operator.put(
                tenant.path("/allowance/correction"), "{'maximum':2147483647,'reason':'as many as there are'}");

        assertThat(corrected.status()).isEqualTo(200);
        BigDecimal next =
                new BigDecimal(corrected.body().at("/nextInvoice/amount/amount").asText());
        assertThat(next).isGreaterThan(new BigDecimal("2147483646978525163.53"));
        assertThat(tenant.admin().get(tenant.path("/invoices/next")).status()).isEqualTo(200);
    }

    @Test // R37, R38
    void the_figures_of_the_past_are_read_off_the_ledger() {
        TestTenant tenant = TestTenant.create(operator, 3);
        tenant.add("second", "ACTIVE");
        assertThat(operator.put(tenant.path("/allowance/correction"), "{'maximum':1,'reason':'less'}")
                        .status())
                .isEqualTo(200);
        JsonNode entries = tenant.admin().get(tenant.path("/ledger")).body().path("items");

        for (JsonNode entry : entries) {
            String at = entry.path("at").asText();
            Reply then = tenant.admin().get(tenant.path("/allowance?at=" + at));
            assertThat(then.body().path("at").asText()).isEqualTo(at);
            assertThat(then.header("ETag")).isEmpty();
            JsonNode last = entry;
            for (JsonNode later : entries) {
                last = later.path("at").asText().equals(at) ? later : last;
            }
            assertThat(figures(then.body())).isEqualTo(figures(last.path("figures")));
        }
        String created = entries.get(0).path("at").asText();
        String before = Instant.parse(created).minusMillis(1).toString();
        Reply refusal = tenant.admin().get(tenant.path("/allowance?at=" + before));
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.body().at("/violations/0/parameter").asText()).isEqualTo("at");
    }

    @Test
    void a_stale_tag_changes_nothing() {
        TestTenant tenant = TestTenant.create(operator, 3);
        String stale = tenant.admin().get(tenant.path("/allowance")).header("ETag");
        tenant.add("second", "ACTIVE");
        Reply asked = raise(tenant, 5);
        String body = "{\"maximum\":5,\"accept\":" + Api.ticked(asked) + "}";

        Reply refusal = tenant.admin().send("PUT", tenant.path("/allowance"), body, Map.of("If-Match", stale));
        assertThat(refusal.status()).isEqualTo(412);
        assertThat(refusal.code()).isEqualTo("changed-meanwhile");
        assertThat(tenant.figures()).containsEntry("maximum", 3);

        String fresh = tenant.admin().get(tenant.path("/allowance")).header("ETag");
        Reply done =
                tenant.admin().send("PUT", tenant.path("/allowance"), body, Map.of("If-Match", stale + ", " + fresh));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.header("ETag")).isNotEqualTo(fresh);
    }

    private Reply raise(TestTenant tenant, int maximum) {
        return tenant.admin().put(tenant.path("/allowance"), "{'maximum':" + maximum + "}");
    }

    private Reply raise(TestTenant tenant, int maximum, JsonNode accept) {
        return tenant.admin().put(tenant.path("/allowance"), "{'maximum':" + maximum + ",'accept':" + accept + "}");
    }

    private void assertRefused(TestTenant tenant, Reply asked, Consumer<ObjectNode> change) {
        ObjectNode accept = Api.ticked(asked);
        change.accept(accept);
        Reply refusal = raise(tenant, 5, accept);
        assertThat(refusal.code()).as("%s: %s", accept, refusal.text()).isEqualTo("increase-not-confirmed");
        assertThat(refusal.body().path("quote")).isEqualTo(asked.body().path("quote"));
    }

    private static JsonNode json(String text) {
        try {
            return ValidBodies.JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode invoice(ObjectNode accept) {
        return (ObjectNode) accept.path("nextInvoice");
    }

    private static ObjectNode due(ObjectNode accept) {
        return (ObjectNode) accept.path("dueNow");
    }

    private ObjectNode termsInForce() {
        JsonNode terms = operator.get("/terms/current").body();
        String version = terms.path("version").asText();
        return ValidBodies.JSON
                .createObjectNode()
                .put("version", version)
                .put("digest", terms.path("digest").asText())
                .put("href", "/api/v1/terms/" + version);
    }

    private static List<Integer> figures(JsonNode figures) {
        return List.of(
                figures.required("maximum").asInt(),
                figures.required("occupied").asInt(),
                figures.required("available").asInt(),
                figures.required("overBy").asInt());
    }
}
