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
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.support.Addressed;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.Changes;
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
    private CurrentActor actor;

    @Inject
    private Addressed addressed;

    @Inject
    private Changes changes;

    /** Sets what a seat costs from a coming renewal date on. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.SET_PRICES)
    public Response set(byte[] body) {
        NewPriceJson wanted = StrictJson.read(body, NewPriceJson.class);
        SetPrice command =
                new SetPrice(addressed.tenant(), wanted.pricePerSeat(), Body.date("from", wanted.from()), actor.get());
        return changes.apply(
                body, () -> Answers.changed(new PriceJson(MoneyJson.of(setting.set(command)), wanted.from())));
    }
}
