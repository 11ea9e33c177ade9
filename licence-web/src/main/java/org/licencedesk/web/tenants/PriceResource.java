package org.licencedesk.web.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.licencedesk.kernel.Permission;
import org.licencedesk.seats.pricing.PriceSetting;
import org.licencedesk.seats.pricing.SetPrice;
import org.licencedesk.web.json.Body;
import org.licencedesk.web.json.MoneyJson;
import org.licencedesk.web.json.StrictJson;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;

/** {@code /tenants/{tenant}/price}. */
@Path("/tenants/{tenant}/price")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PriceResource {

    private record NewPriceJson(String pricePerSeat, String from) {}

    private record PriceJson(MoneyJson pricePerSeat, String from) {}

    @Inject
    private PriceSetting setting;

    @Inject
    private ApiCall call;

    /** Sets what a seat costs from a coming renewal date on. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.SET_PRICES)
    public Response set(byte[] body) {
        NewPriceJson wanted = StrictJson.read(body, NewPriceJson.class);
        SetPrice command =
                new SetPrice(call.tenant(), wanted.pricePerSeat(), Body.date("from", wanted.from()), call.actor());
        return call.change(
                body, () -> Answers.changed(new PriceJson(MoneyJson.of(setting.set(command)), wanted.from())));
    }
}
