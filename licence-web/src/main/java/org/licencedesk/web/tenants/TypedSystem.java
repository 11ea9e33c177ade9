package org.licencedesk.web.tenants;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.Text;
import org.licencedesk.seats.tenant.Slug;
import org.licencedesk.web.json.MoneyJson;

/**
 * What is typed of a new system, by whoever holds the setup code and by an operator. Each part throws {@link InvalidValue} at
 * its field where it cannot be what it should be.
 *
 * @param typed what is typed, by the name of the field; a field may be missing
 */
public record TypedSystem(Map<String, String> typed) {

    /** @return the name of the system */
    public String name() {
        return Text.name("name", stripped("name"));
    }

    /** @return its short name */
    public Slug slug() {
        return new Slug(stripped("slug"));
    }

    /** @return the maximum it begins with */
    public int seats() {
        if (!stripped("maximum").matches("[1-9]\\d{0,8}")) {
            throw new InvalidValue("maximum", Problem.NOT_IN_FORM);
        }
        return Integer.parseInt(stripped("maximum"));
    }

    /** @return the currency of its prices */
    public Currency currency() {
        return MoneyJson.currency("currency", stripped("currency"));
    }

    /** @return the price as it is typed, if one is */
    public Optional<String> typedPrice() {
        return filled("pricePerSeat");
    }

    /** @return the price, if one is typed; one in no currency is wrong at the currency alone */
    public Optional<Money> price() {
        return typedPrice()
                .flatMap(amount -> knownCurrency().map(currency -> Money.parse("pricePerSeat", amount, currency)));
    }

    private Optional<Currency> knownCurrency() {
        try {
            return Optional.of(currency());
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** @return what is typed in the field, if that is anything */
    public Optional<String> filled(String field) {
        return Optional.of(stripped(field)).filter(text -> !text.isEmpty());
    }

    /** @return what is typed in the field, without white space around it */
    public String stripped(String field) {
        return Text.stripped(text(field));
    }

    /** @return what is typed in the field as it is; a choice of nothing is kept as null */
    public String text(String field) {
        return Optional.ofNullable(typed.get(field)).orElse("");
    }
}
