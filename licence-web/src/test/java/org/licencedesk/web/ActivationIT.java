package org.licencedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

class ActivationIT {

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R18, R19
    void an_activation_without_a_seat_asks_first_and_is_done_when_confirmed() {
        TestTenant tenant = TestTenant.create(operator, 1);
        String status = tenant.path("/users/" + tenant.add("second", "INACTIVE") + "/status");

        Reply refusal = tenant.admin().put(status, "{'status':'ACTIVE'}");
        assertThat(refusal.code()).isEqualTo("increase-not-confirmed");

        Reply done = tenant.admin().put(status, "{'status':'ACTIVE','accept':" + Api.ticked(refusal) + "}");
        assertThat(done.status()).isEqualTo(200);
        assertThat(tenant.figures()).containsEntry("maximum", 2).containsEntry("occupied", 2);
    }
}
