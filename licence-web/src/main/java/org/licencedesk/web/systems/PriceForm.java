package org.licencedesk.web.systems;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.kernel.Text;
import org.licencedesk.seats.pricing.PriceSetting;
import org.licencedesk.seats.pricing.SetPrice;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** Sets what a licence of a system costs from a renewal date on, or a first price for the running period (R31, R33). */
@Named
@ViewScoped
public class PriceForm implements Serializable {

    private static final String FORM = "priceForm";

    @Inject
    private PriceSetting prices;

    @Inject
    private SystemPage system;

    @Inject
    private CurrentActor actor;

    @Inject
    private Formats formats;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    @Inject
    private PageContext page;

    private String pricePerSeat = "";

    private String from = "";

    /** Sets the price that is typed. */
    public void set() {
        Optional<LocalDate> date = system.detail().priceDates().stream()
                .filter(offered -> offered.toString().equals(from))
                .findFirst();
        if (date.isEmpty()) {
            page.refuseAt(FORM + ":from", page.text("frameText", "wrong.UNKNOWN"));
            return;
        }
        refusals.run(
                        FORM,
                        () -> prices.set(
                                new SetPrice(system.tenant(), Text.stripped(pricePerSeat), date.get(), actor.get())))
                .ifPresent(price -> {
                    toasts.say(page.text("operatorText", "price.done", formats.money(price), formats.date(date.get())));
                    pricePerSeat = "";
                    system.forget();
                });
    }

    /** @return the price that is typed */
    public String getPricePerSeat() {
        return pricePerSeat;
    }

    /** Sets the price that is typed. */
    public void setPricePerSeat(String text) {
        pricePerSeat = text;
    }

    /** @return the day that is chosen, as the choices name it */
    public String getFrom() {
        return from;
    }

    /** Sets the day that is chosen. */
    public void setFrom(String day) {
        from = day;
    }
}
