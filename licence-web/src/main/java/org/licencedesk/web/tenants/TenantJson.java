package org.licencedesk.web.tenants;

import java.util.Optional;
import org.licencedesk.seats.tenant.Contact;
import org.licencedesk.vendor.portfolio.TenantState;
import org.licencedesk.web.json.FiguresJson;
import org.licencedesk.web.json.MoneyJson;

/** A tenant in the contract. */
record TenantJson(
        String id,
        String slug,
        String name,
        String currency,
        String period,
        String timeZone,
        String renewsOn,
        Optional<MoneyJson> pricePerSeat,
        FiguresJson figures,
        Contact accountManager,
        String createdAt) {

    static TenantJson of(TenantState state) {
        var profile = state.profile();
        return new TenantJson(
                profile.id().value().toString(),
                profile.slug().text(),
                profile.name(),
                profile.currency().getCurrencyCode(),
                profile.calendar().period().name(),
                profile.timeZone().getId(),
                state.nextInvoiceOn().toString(),
                MoneyJson.of(state.pricePerSeat()),
                FiguresJson.of(state.figures()),
                profile.contact(),
                profile.createdAt().toString());
    }
}
