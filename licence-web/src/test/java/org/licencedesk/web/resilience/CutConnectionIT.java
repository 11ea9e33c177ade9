package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.StatementProxy;
import org.licencedesk.web.fixture.StatementProxy.Cut;
import org.licencedesk.web.fixture.TestTenant;

class CutConnectionIT {

    /** Far more statements than an activation has. */
    private static final int MOST = 200;

    private final Installation installation = Installation.shared();

    private final StatementProxy proxy = installation.proxyOfSecond();

    private final MicroServer node = installation.second();

    @ParameterizedTest // R35, R36
    @EnumSource
    void a_confirmed_activation_is_done_whole_or_not_at_all_wherever_its_connection_is_cut(Cut cut) {
        TestTenant tenant = TestTenant.create(Api.of(installation.first()), 1);
        Reply listening = tenant.admin().post(tenant.path("/webhooks"), "{'url':'http://127.0.0.1:9/nobody'}");
        assertThat(listening.status()).isEqualTo(201);
        int statement = 1;
        while (activationCutAt(statement, cut, tenant)) {
            statement++;
            assertThat(statement).isLessThan(MOST);
        }
        assertThat(statement).as("statements of an activation").isGreaterThan(10);
        LedgerProof.of(tenant, tenant.admin());
    }

    /** @return whether there was such a statement to cut at */
    private boolean activationCutAt(int statement, Cut cut, TestTenant tenant) {
        Api throughProxy = tenant.admin().on(node);
        String user = tenant.add("user-" + statement, "INACTIVE");
        String path = tenant.path("/users/" + user + "/status");
        Reply refusal = tenant.admin().put(path, "{'status':'ACTIVE'}");
        String body = "{\"status\":\"ACTIVE\",\"accept\":" + Api.ticked(refusal) + "}";
        Map<String, String> key = Map.of("Idempotency-Key", "cut-" + cut + "-" + statement);
        SeatState before = SeatState.of(tenant, user, installation.database());

        proxy.arm(cut, statement);
        Reply answer = throughProxy.send("PUT", path, body, key);
        boolean wasCut = proxy.disarm();

        String where = cut + " " + statement + ", " + proxy.lastCut();
        SeatState after = SeatState.of(tenant, user, installation.database());
        assertThat(after).as(where).isIn(before, before.afterConfirmedActivation());
        if (answer.status() == 200) {
            assertThat(after).as(where).isEqualTo(before.afterConfirmedActivation());
        } else {
            assertThat(answer.status()).as(where + ": " + answer.text()).isEqualTo(503);
            assertThat(answer.code()).as(where).isIn("unavailable", "busy");
            assertThat(answer.header("Retry-After")).as(where).isEqualTo("1");
        }

        Reply repeat = throughProxy.send("PUT", path, body, key);
        assertThat(repeat.status()).as(where + ", repeated: " + repeat.text()).isEqualTo(200);
        assertThat(SeatState.of(tenant, user, installation.database()))
                .as(where + ", repeated")
                .isEqualTo(before.afterConfirmedActivation());
        return wasCut;
    }

    @Test // R35
    void a_node_whose_connections_are_all_cut_makes_new_ones_by_itself() {
        TestTenant tenant = TestTenant.create(Api.of(installation.first()), 1);
        Api throughProxy = tenant.admin().on(node);
        assertThat(Race.run(10, number -> throughProxy.get(tenant.path("/allowance"))))
                .allMatch(answer -> answer.status() == 200);

        proxy.cutAll();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(Race.run(10, number -> throughProxy.get(tenant.path("/allowance"))))
                        .allMatch(answer -> answer.status() == 200));
    }
}
