package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

class TenantsApiIT {

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R2
    void a_tenant_begins_with_its_defaults_and_its_first_admin() {
        String slug = Calls.unique();

        Reply added = operator.post("/tenants", body(slug, ""));

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).endsWith("/api/v1/tenants/" + slug);
        assertThat(added.body().at("/tenant/slug").asText()).isEqualTo(slug);
        assertThat(added.body().at("/figures/maximum").asInt()).isEqualTo(5);
        assertThat(added.body().at("/figures/occupied").asInt()).isEqualTo(1);
        assertThat(added.body().path("signInLink").asText()).contains("/password?token=");
        JsonNode shown = operator.get("/tenants/" + slug).body();
        assertThat(shown.path("id")).isEqualTo(added.body().at("/tenant/id"));
        assertThat(shown.path("period").asText()).isEqualTo("MONTH");
        assertThat(shown.path("timeZone").asText()).isEqualTo("UTC");
        assertThat(shown.required("pricePerSeat").isNull()).isTrue();
        assertThat(LocalDate.parse(shown.path("renewsOn").asText()))
                .isAfter(LocalDate.now(ZoneOffset.UTC))
                .satisfies(day -> assertThat(day.getDayOfMonth()).isEqualTo(1));
        assertThat(shown.at("/accountManager/email").asText()).isNotBlank();
    }

    @Test
    void a_tenant_is_as_it_was_asked_for() {
        String slug = Calls.unique();
        LocalDate renewal = LocalDate.now(ZoneOffset.UTC).plusDays(40);

        Reply added = operator.post(
                "/tenants",
                body(
                        slug,
                        ",'pricePerSeat':'99.5','period':'YEAR','renewsOn':'" + renewal
                                + "','timeZone':'Asia/Tokyo','accountManager':{'name':'M','email':'m@x','phone':'1'}"));

        assertThat(added.status()).isEqualTo(201);
        JsonNode shown = operator.get("/tenants/" + slug).body();
        assertThat(shown.path("pricePerSeat")).isEqualTo(Amounts.money("99.50", "GBP"));
        assertThat(shown.path("period").asText()).isEqualTo("YEAR");
        assertThat(shown.path("renewsOn").asText()).isEqualTo(renewal.toString());
        assertThat(shown.path("timeZone").asText()).isEqualTo("Asia/Tokyo");
        assertThat(shown.path("accountManager").toString())
                .isEqualTo("{\"name\":\"M\",\"email\":\"m@x\",\"phone\":\"1\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'renewsOn':'2020-01-01' | /renewsOn",
                "'renewsOn':'2999-01-01' | /renewsOn",
                "'timeZone':'Europe/Atlantis' | /timeZone",
                "'timeZone':'+01:00' | /timeZone",
                "'pricePerSeat':'1.999' | /pricePerSeat",
                "'accountManager':{'id':'5b3f2f0e-7c55-4c0e-9a57-1d8f3c2b6a10'} | /accountManager/id"
            })
    void a_value_that_cannot_be_is_refused_at_its_place_before_a_slug_that_is_taken(String member, String pointer) {
        String free = Calls.unique();
        String taken = TestTenant.create(operator, 1).slug();

        for (String slug : List.of(free, taken)) {
            Reply refusal = operator.post("/tenants", body(slug, "," + member));
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.body().at("/violations/0/pointer").asText()).isEqualTo(pointer);
        }
        assertThat(operator.get("/tenants/" + free).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"XXX", "ZZZ", "XAU", "gbp", "DEM", "FRF", "HRK", "ZWD"})
    void what_is_no_money_or_no_longer_is_no_currency(String currency) {
        Reply refusal = operator.post("/tenants", body(Calls.unique(), "").replace("GBP", currency));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.body().at("/violations/0/pointer").asText()).isEqualTo("/currency");
    }

    @Test
    void a_slug_is_taken_once() {
        String slug = Calls.unique();
        assertThat(operator.post("/tenants", body(slug, "")).status()).isEqualTo(201);

        Reply again = operator.post("/tenants", body(slug, ""));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("slug-taken");
    }

    @Test // R7
    void the_ceiling_does_not_bind_the_operator() {
        String more = body(Calls.unique(), "").replace("'maximum':5", "'maximum':2147483647");

        assertThat(operator.post("/tenants", more).body().at("/figures/maximum").asInt())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tenants", "/account-managers", "/terms"})
    void of_several_at_once_one_gets_the_name_and_the_others_are_refused_by_name(String path) {
        String name = Calls.unique();
        String body =
                switch (path) {
                    case "/tenants" -> body(name, "");
                    case "/terms" -> "{'version':'" + name + "','text':'Terms'}";
                    default -> "{'name':'M','email':'" + name + "@vendor.example','phone':'1'}";
                };

        List<Integer> answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> operator.post(path, body).status())
                .sorted()
                .toList();

        assertThat(answers).containsExactly(201, 409, 409, 409);
    }

    @Test // R2, R3
    void an_account_manager_sees_and_edits_the_portfolio_but_not_who_answers_for_it() {
        TestTenant tenant = TestTenant.create(operator, 3);
        TestTenant other = TestTenant.create(operator, 3);
        String id = Calls.newManager(operator);
        Api manager = operator.as(managerToken(id));
        assertThat(Lists.walk(manager, "/tenants", "slug", () -> {})).isEmpty();
        operator.patch(tenant.path(""), "{'accountManager':{'id':'" + id + "'}}");

        assertThat(Lists.walk(manager, "/tenants", "slug", () -> {})).containsExactly(tenant.slug());
        assertThat(manager.get(other.path("")).status()).isEqualTo(404);
        JsonNode edited = manager.patch(tenant.path(""), "{'name':'Renamed','timeZone':'Europe/Berlin'}")
                .body();
        assertThat(edited.path("name").asText()).isEqualTo("Renamed");
        assertThat(edited.path("timeZone").asText()).isEqualTo("Europe/Berlin");
        assertThat(edited.at("/accountManager/name").asText()).isEqualTo("Morgan Vale");
        Reply refusal =
                manager.patch(tenant.path(""), "{'name':'x','accountManager':{'name':'M','email':'m@x','phone':'1'}}");
        assertThat(refusal.status()).isEqualTo(403);
        assertThat(operator.get(tenant.path("")).body()).isEqualTo(edited);
        Reply unknown =
                operator.patch(tenant.path(""), "{'accountManager':{'id':'5b3f2f0e-7c55-4c0e-9a57-1d8f3c2b6a10'}}");
        assertThat(unknown.body().at("/violations/0/pointer").asText()).isEqualTo("/accountManager/id");
    }

    @Test // R33
    void a_tenant_is_edited_by_those_who_have_seen_it_and_its_time_zone_while_no_day_was_charged() {
        TestTenant tenant = TestTenant.create(operator, 3);
        String seen = operator.get(tenant.path("")).header("ETag");
        Map<String, String> headers = Map.of("If-Match", seen, "Content-Type", "application/merge-patch+json");
        String fresh = operator.send("PATCH", tenant.path(""), "{\"name\":\"First\"}", headers)
                .header("ETag");

        Reply stale = operator.send("PATCH", tenant.path(""), "{\"timeZone\":\"Europe/Berlin\"}", headers);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("changed-meanwhile");
        assertThat(fresh).isNotEqualTo(seen);
        assertThat(operator.get(tenant.path("")).header("ETag")).isEqualTo(fresh);
        assertThat(operator.patch(tenant.path(""), "{'timeZone':'Europe/Berlin'}")
                        .status())
                .isEqualTo(200);
        Reply asked = tenant.admin().put(tenant.path("/allowance"), "{'maximum':4}");
        tenant.admin().put(tenant.path("/allowance"), "{'maximum':4,'accept':" + Api.ticked(asked) + "}");

        Reply settled = operator.patch(tenant.path(""), "{'name':'Second','timeZone':'Pacific/Honolulu'}");

        assertThat(settled.status()).isEqualTo(409);
        assertThat(settled.code()).isEqualTo("time-zone-settled");
        assertThat(operator.get(tenant.path("")).body().path("name").asText()).isEqualTo("First");
        assertThat(operator.patch(tenant.path(""), "{'name':'Second','timeZone':'Europe/Berlin'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_list_of_tenants_is_walked_once_over_each() {
        List<String> made = IntStream.range(0, 3)
                .mapToObj(i -> TestTenant.create(operator, 1).slug())
                .toList();

        List<String> met = Lists.walk(operator, "/tenants?limit=50", "slug", () -> TestTenant.create(operator, 1));

        assertThat(met).doesNotHaveDuplicates().isSorted().containsAll(made);
    }

    @Test
    void account_managers_are_added_and_listed_without_their_secrets() {
        String email = Calls.unique() + "@vendor.example";
        String body = "{'name':'Morgan','email':'" + email + "','phone':'+44 1'}";

        Reply added = operator.post("/account-managers", body);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().path("signInLink").asText()).contains("/password?token=");
        assertThat(operator.post("/account-managers", body).code()).isEqualTo("account-manager-email-taken");
        assertThat(operator.post("/account-managers", body.replace(email, email.toUpperCase(java.util.Locale.ROOT)))
                        .code())
                .isEqualTo("account-manager-email-taken");
        Reply withPassword = operator.post(
                "/account-managers",
                "{'name':'M','email':'p" + email + "','phone':'1','password':'three tame walruses'}");
        assertThat(withPassword.body().has("signInLink")).isFalse();

        assertThat(Lists.walk(operator, "/account-managers?limit=20", "id", () -> Calls.newManager(operator)))
                .doesNotHaveDuplicates()
                .contains(
                        added.body().path("id").asText(),
                        withPassword.body().path("id").asText());
        assertThat(operator.get("/account-managers?limit=200").text()).doesNotContain("signInLink", "walruses");
    }

    private String managerToken(String id) {
        return operator.send("POST", "/account-managers/" + id + "/tokens", "{\"name\":\"t\"}", Map.of())
                .body()
                .required("token")
                .asText();
    }

    private static String body(String slug, String more) {
        return "{'slug':'" + slug + "','name':'A tenant','maximum':5,'currency':'GBP',"
                + "'firstAdmin':{'userName':'admin','displayName':'Ada','email':'ada@x.example'}" + more + "}";
    }
}
