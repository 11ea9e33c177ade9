package org.licencedesk.web.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.ZoneId;
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
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.Text;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.access.Password;
import org.licencedesk.people.setup.CreateTenant;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.UserName;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.seats.tenant.Slug;

/** What is typed to open an installation. */
@Named
@RequestScoped
public class FirstTenantForm {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** No code of an installation is longer. */
    static final int LONGEST_CODE = 1_000;

    private final Map<String, String> typed = new HashMap<>();

    /**
     * @return the command that the form makes
     * @throws InvalidValue naming the first field that cannot be what it should be
     */
    CreateTenant command() {
        return new CreateTenant(
                slug(),
                stripped("name"),
                seats(),
                unit(),
                typedPrice(),
                BillingPeriod.MONTH,
                Optional.empty(),
                false,
                UTC,
                new NewUser(signInName(), adminName(), Optional.of(address()), Role.SYSTEM_ADMIN, UserStatus.ACTIVE),
                Optional.of(password()),
                Optional.empty(),
                Optional.empty(),
                false,
                Door.WIZARD);
    }

    /** @return what makes the value of each field, and throws {@link InvalidValue} where it cannot be one */
    List<Supplier<?>> fields() {
        return List.of(
                this::code,
                this::systemName,
                this::slug,
                this::adminName,
                this::address,
                this::signInName,
                this::password,
                this::seats,
                this::price,
                this::unit);
    }

    private String code() {
        return Text.line("code", stripped("code"), LONGEST_CODE);
    }

    private String systemName() {
        return Text.name("name", stripped("name"));
    }

    private Slug slug() {
        return new Slug(stripped("slug"));
    }

    private DisplayName adminName() {
        return new DisplayName(stripped("adminName"));
    }

    private EmailAddress address() {
        return new EmailAddress(stripped("email"));
    }

    private UserName signInName() {
        return new UserName(stripped("email"));
    }

    private Password password() {
        return new Password(text("password"));
    }

    private int seats() {
        if (!stripped("maximum").matches("[1-9]\\d{0,8}")) {
            throw new InvalidValue("maximum", Problem.NOT_IN_FORM);
        }
        return Integer.parseInt(stripped("maximum"));
    }

    private Optional<String> typedPrice() {
        return Optional.of(stripped("pricePerSeat")).filter(text -> !text.isEmpty());
    }

    /** A price in no currency is wrong at the currency alone. */
    private Optional<Money> price() {
        return typedPrice()
                .flatMap(amount -> knownUnit().map(currency -> Money.parse("pricePerSeat", amount, currency)));
    }

    private Currency unit() {
        return knownUnit().orElseThrow(() -> new InvalidValue("currency", Problem.UNKNOWN));
    }

    private Optional<Currency> knownUnit() {
        return Currency.getAvailableCurrencies().stream()
                .filter(known ->
                        known.getCurrencyCode().equals(stripped("currency")) && known.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    /** @return what is typed, by the name of the field */
    public Map<String, String> getTyped() {
        return typed;
    }

    private String stripped(String field) {
        return Text.stripped(text(field));
    }

    String text(String field) {
        return typed.getOrDefault(field, "");
    }
}
