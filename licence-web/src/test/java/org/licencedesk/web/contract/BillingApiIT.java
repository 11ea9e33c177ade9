package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.ClosedInvoices;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

class BillingApiIT {

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R10, R33
    void an_increase_shows_in_the_next_invoice_as_its_quote_said() {
        TestTenant tenant = TestTenant.create(operator, 4);
        JsonNode quote = raise(tenant, 6);

        JsonNode next = tenant.admin().get(tenant.path("/invoices/next")).body();

        assertThat(next.path("date")).isEqualTo(quote.at("/nextInvoice/date"));
        assertThat(next.path("total")).isEqualTo(quote.at("/nextInvoice/amount"));
        assertThat(next.path("lines")).hasSize(2);
        JsonNode period = next.at("/lines/0");
        LocalDate date = LocalDate.parse(next.path("date").asText());
        assertThat(period.path("kind").asText()).isEqualTo("PERIOD");
        assertThat(period.path("seats").asInt()).isEqualTo(6);
        assertThat(period.path("from").asText()).isEqualTo(date.toString());
        assertThat(period.path("to").asText())
                .isEqualTo(date.plusMonths(1).minusDays(1).toString());
        assertThat(period.path("amount")).isEqualTo(Amounts.money("72.00", "GBP"));
        assertThat(period.path("text").asText()).startsWith("6 licences, 1 ").endsWith(", at £12.00 each");
        JsonNode increase = next.at("/lines/1");
        assertThat(increase.path("kind").asText()).isEqualTo("INCREASE");
        assertThat(increase.path("seats").asInt()).isEqualTo(2);
        assertThat(increase.path("from")).isEqualTo(quote.at("/dueNow/from"));
        assertThat(increase.path("to")).isEqualTo(quote.at("/dueNow/to"));
        assertThat(increase.path("amount")).isEqualTo(quote.at("/dueNow/amount"));
        assertThat(tenant.admin()
                        .get(tenant.path(
                                "/acceptances/" + increase.path("acceptanceId").asText()))
                        .status())
                .isEqualTo(200);
        JsonNode closed = tenant.admin().get(tenant.path("/invoices")).body();
        assertThat(closed.path("items")).isEmpty();
        assertThat(closed.required("next").isNull()).isTrue();
    }

    @Test // R31
    void where_the_price_is_not_known_lines_have_no_amount_and_say_so() {
        TestTenant tenant = TestTenant.create(operator, 4, "");

        JsonNode next = tenant.admin().get(tenant.path("/invoices/next")).body();

        assertThat(next.required("total").isNull()).isTrue();
        assertThat(next.at("/lines/0").required("amount").isNull()).isTrue();
        assertThat(next.at("/lines/0/text").asText()).endsWith("price set by your account manager");
        assertThat(operator.get(tenant.path("/invoices/next"))
                        .body()
                        .at("/lines/0/text")
                        .asText())
                .endsWith("no price set yet");
    }

    @Test
    void the_feed_says_how_things_stand_after_each_change() {
        TestTenant tenant = TestTenant.create(operator, 4);
        JsonNode quote = raise(tenant, 5);

        JsonNode page = operator.get(tenant.path("/billing-events?after=1")).body();

        assertThat(page.path("items")).hasSize(1);
        JsonNode event = page.at("/items/0");
        assertThat(event.path("seq").asInt()).isEqualTo(2);
        assertThat(event.path("kind").asText()).isEqualTo("MAXIMUM_CHANGED");
        assertThat(event.path("maximum").asInt()).isEqualTo(5);
        assertThat(event.path("nextInvoice")).isEqualTo(quote.path("nextInvoice"));
        assertThat(event.required("invoice").isNull()).isTrue();
        JsonNode first = operator.get(tenant.path("/billing-events?limit=1")).body();
        assertThat(first.path("next").asInt()).isEqualTo(1);
    }

    @Test // R33
    void the_first_period_is_charged_where_the_operator_says_so() {
        TestTenant plain = TestTenant.create(operator, 4);
        TestTenant tenant = TestTenant.create(operator, 4, ",'pricePerSeat':'12.00','firstPeriodBilled':true");

        JsonNode next = tenant.admin().get(tenant.path("/invoices/next")).body();

        assertThat(plain.admin().get(plain.path("/invoices/next")).body().path("lines"))
                .hasSize(1);
        assertThat(next.path("lines")).hasSize(2);
        JsonNode first = next.at("/lines/1");
        LocalDate date = LocalDate.parse(next.path("date").asText());
        assertThat(first.path("kind").asText()).isEqualTo("FIRST_PERIOD");
        assertThat(first.path("seats").asInt()).isEqualTo(4);
        assertThat(first.path("to").asText()).isEqualTo(date.minusDays(1).toString());
        assertThat(next.path("total"))
                .isEqualTo(tenant.admin().get(tenant.path("/allowance")).body().at("/nextInvoice/amount"));
    }

    @Test // R37
    void a_correction_is_billed_or_credited_where_the_operator_says_so() {
        TestTenant tenant = TestTenant.create(operator, 4);

        assertThat(correct(tenant, 6, ",'billed':true").status()).isEqualTo(200);
        assertThat(correct(tenant, 4, ",'credit':true,'billed':false").status()).isEqualTo(200);

        JsonNode next = operator.get(tenant.path("/invoices/next")).body();
        assertThat(next.at("/lines/1/kind").asText()).isEqualTo("CORRECTION");
        assertThat(next.at("/lines/2/kind").asText()).isEqualTo("CREDIT");
        assertThat(next.at("/lines/2/text").asText()).startsWith("Credit for 2 licences from ");
        assertThat(next.at("/lines/2/amount/amount").asText())
                .isEqualTo("-" + next.at("/lines/1/amount/amount").asText());
        assertThat(next.path("total")).isEqualTo(Amounts.money("48.00", "GBP"));
        Reply both = correct(tenant, 5, ",'credit':true,'billed':true");
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.body().at("/violations/0/pointer").asText()).isEqualTo("/credit");
        for (Reply wrong : List.of(correct(tenant, 3, ",'billed':true"), correct(tenant, 5, ",'credit':true"))) {
            assertThat(wrong.status()).isEqualTo(409);
            assertThat(wrong.code()).isEqualTo("correction-not-chargeable");
            assertThat(wrong.body().at("/figures/maximum").asInt()).isEqualTo(4);
        }
        assertThat(tenant.figures()).containsEntry("maximum", 4);
    }

    @Test // R32
    void an_amount_below_nothing_can_be_accepted_as_it_was_shown() {
        TestTenant tenant = TestTenant.create(operator, 4);
        ObjectNode accept = Api.ticked(tenant.admin().put(tenant.path("/allowance"), "{'maximum':5}"));
        ((ObjectNode) accept.at("/dueNow/amount")).put("amount", "-0.01");
        ((ObjectNode) accept.at("/nextInvoice/amount")).put("amount", "-145.16");

        Reply refusal = tenant.admin().put(tenant.path("/allowance"), "{'maximum':5,'accept':" + accept + "}");

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.code()).isEqualTo("increase-not-confirmed");
    }

    @Test // R31, R58
    void a_first_price_is_set_from_the_running_period_and_an_invoice_without_an_amount_is_corrected() {
        TestTenant tenant = TestTenant.create(operator, 4, "");
        LocalDate start = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        ClosedInvoices.putUnpriced(tenant, start);

        Reply set = operator.put(tenant.path("/price"), "{'pricePerSeat':'12.00','from':'" + start + "'}");

        assertThat(set.status()).isEqualTo(200);
        JsonNode closed = tenant.admin().get(tenant.path("/invoices")).body().path("items");
        assertThat(closed).hasSize(2);
        assertThat(closed.at("/1/number").asInt()).isEqualTo(1);
        assertThat(closed.at("/1").required("corrects").isNull()).isTrue();
        assertThat(closed.at("/1").required("total").isNull()).isTrue();
        assertThat(closed.at("/0/number").asInt()).isEqualTo(2);
        assertThat(closed.at("/0/corrects").asText()).isEqualTo(start.toString());
        assertThat(closed.at("/0/total")).isEqualTo(Amounts.money("120.00", "GBP"));
        assertThat(operator.get(tenant.path("/invoices?limit=1"))
                        .body()
                        .path("next")
                        .asText())
                .isEqualTo("2");
        JsonNode read =
                operator.get(tenant.path("/invoices?limit=1&cursor=2")).body().at("/items/0");
        ObjectNode line = (ObjectNode) read.at("/lines/0");
        assertThat(line.path("text").asText()).endsWith(", no price set yet");
        assertThat(closed.at("/1/lines/0/text").asText()).endsWith(", price set by your account manager");
        line.set("text", closed.at("/1/lines/0/text"));
        assertThat(read).isEqualTo(closed.at("/1"));
        JsonNode events =
                operator.get(tenant.path("/billing-events?after=1")).body().path("items");
        assertThat(events.at("/0/kind").asText()).isEqualTo("PRICE_CHANGED");
        assertThat(events.at("/1/kind").asText()).isEqualTo("INVOICE_CORRECTED");
        assertThat(events.at("/1").required("invoice").isNull()).isTrue();
        assertThat(events.at("/1/correction/number").asInt()).isEqualTo(2);
        assertThat(events.at("/1/correction/corrects").asText()).isEqualTo(start.toString());
        assertThat(events.at("/1/correction/total")).isEqualTo(Amounts.money("120.00", "GBP"));
        assertThat(operator.put(tenant.path("/price"), "{'pricePerSeat':'13.00','from':'" + start + "'}")
                        .code())
                .isEqualTo("not-a-renewal-date");
    }

    private Reply correct(TestTenant tenant, int maximum, String more) {
        return operator.put(
                tenant.path("/allowance/correction"), "{'maximum':" + maximum + ",'reason':'a test'" + more + "}");
    }

    private static JsonNode raise(TestTenant tenant, int maximum) {
        Reply asked = tenant.admin().put(tenant.path("/allowance"), "{'maximum':" + maximum + "}");
        Reply raised = tenant.admin()
                .put(tenant.path("/allowance"), "{'maximum':" + maximum + ",'accept':" + Api.ticked(asked) + "}");
        assertThat(raised.status()).isEqualTo(200);
        return asked.body().path("quote");
    }
}
