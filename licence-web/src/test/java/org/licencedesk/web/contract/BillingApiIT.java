package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
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
        assertThat(period.path("text").asText()).startsWith("6 licences, 1 ").endsWith(", at 12.00 GBP each");
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

    private static JsonNode raise(TestTenant tenant, int maximum) {
        Reply asked = tenant.admin().put(tenant.path("/allowance"), "{'maximum':" + maximum + "}");
        Reply raised = tenant.admin()
                .put(tenant.path("/allowance"), "{'maximum':" + maximum + ",'accept':" + Api.ticked(asked) + "}");
        assertThat(raised.status()).isEqualTo(200);
        return asked.body().path("quote");
    }
}
