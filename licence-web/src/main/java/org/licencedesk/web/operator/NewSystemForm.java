package org.licencedesk.web.operator;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.Text;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.setup.CreateTenant;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.UserName;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.seats.tenant.Slug;
import org.licencedesk.web.page.ZoneChoices;

/** What is typed to create a system. Its fields are named as the refusals name them. */
public class NewSystemForm implements Serializable {

    private final Map<String, String> typed =
            new HashMap<>(Map.of("period", BillingPeriod.MONTH.name(), "timeZone", ZoneChoices.UTC));

    private boolean firstPeriodBilled;

    /**
     * @return the command that the form makes
     * @throws InvalidValue naming the first field that cannot be what it should be
     */
    CreateTenant command() {
        return new CreateTenant(
                slug(),
                stripped("name"),
                seats(),
                currency(),
                filled("pricePerSeat"),
                BillingPeriod.valueOf(text("period")),
                renewsOn(),
                firstPeriodBilled,
                ZoneId.of(text("timeZone")),
                new NewUser(userName(), displayName(), Optional.of(email()), Role.SYSTEM_ADMIN, UserStatus.ACTIVE),
                Optional.empty(),
                Optional.empty(),
                filled("manager").flatMap(ManagerId::parse),
                true,
                Door.UI);
    }

    /** @return what makes the value of each field, and throws {@link InvalidValue} where it cannot be one */
    List<Supplier<?>> fields() {
        return List.of(
                () -> Text.name("name", stripped("name")),
                this::slug,
                this::seats,
                this::currency,
                this::price,
                this::renewsOn,
                this::displayName,
                this::email,
                this::userName);
    }

    private Slug slug() {
        return new Slug(stripped("slug"));
    }

    private DisplayName displayName() {
        return new DisplayName(stripped("displayName"));
    }

    private UserName userName() {
        return new UserName(stripped("userName"));
    }

    private EmailAddress email() {
        return new EmailAddress(stripped("email"));
    }

    private int seats() {
        if (!stripped("maximum").matches("[1-9]\\d{0,8}")) {
            throw new InvalidValue("maximum", Problem.NOT_IN_FORM);
        }
        return Integer.parseInt(stripped("maximum"));
    }

    private Currency currency() {
        return knownCurrency().orElseThrow(() -> new InvalidValue("currency", Problem.UNKNOWN));
    }

    private Optional<Currency> knownCurrency() {
        return Currency.getAvailableCurrencies().stream()
                .filter(known ->
                        known.getCurrencyCode().equals(stripped("currency")) && known.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    /** A price in no currency is wrong at the currency alone. */
    private Optional<Money> price() {
        return filled("pricePerSeat")
                .flatMap(amount -> knownCurrency().map(currency -> Money.parse("pricePerSeat", amount, currency)));
    }

    private Optional<LocalDate> renewsOn() {
        return filled("renewsOn").map(NewSystemForm::date);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue("renewsOn", Problem.NOT_IN_FORM);
        }
    }

    private Optional<String> filled(String field) {
        return Optional.of(stripped(field)).filter(text -> !text.isEmpty());
    }

    private String stripped(String field) {
        return Text.stripped(text(field));
    }

    /** A choice of nothing is kept as null, against which a default of the map is no help. */
    private String text(String field) {
        return Optional.ofNullable(typed.get(field)).orElse("");
    }

    /** @return what is typed, by the name of the field */
    public Map<String, String> getTyped() {
        return typed;
    }

    /** @return whether the days until the first invoice are charged on it */
    public boolean isFirstPeriodBilled() {
        return firstPeriodBilled;
    }

    /** Sets whether the days until the first invoice are charged on it. */
    public void setFirstPeriodBilled(boolean billed) {
        firstPeriodBilled = billed;
    }
}
