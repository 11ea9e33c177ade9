package org.licencedesk.web.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
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

    private final Map<String, String> typed = new HashMap<>();

    /**
     * @return the command that the form makes
     * @throws InvalidValue naming the first field that cannot be what it should be
     */
    CreateTenant command() {
        return new CreateTenant(
                new Slug(stripped("slug")),
                stripped("name"),
                seats(),
                unit(),
                Optional.of(stripped("pricePerSeat")).filter(text -> !text.isEmpty()),
                BillingPeriod.MONTH,
                Optional.empty(),
                false,
                UTC,
                new NewUser(
                        new UserName(stripped("email")),
                        new DisplayName(stripped("adminName")),
                        Optional.of(new EmailAddress(stripped("email"))),
                        Role.SYSTEM_ADMIN,
                        UserStatus.ACTIVE),
                Optional.of(new Password(text("password"))),
                Optional.empty(),
                Optional.empty(),
                false,
                Door.WIZARD);
    }

    private int seats() {
        if (!stripped("maximum").matches("[1-9]\\d{0,8}")) {
            throw new InvalidValue("maximum", Problem.NOT_IN_FORM);
        }
        return Integer.parseInt(stripped("maximum"));
    }

    private Currency unit() {
        return Currency.getAvailableCurrencies().stream()
                .filter(known ->
                        known.getCurrencyCode().equals(stripped("currency")) && known.getDefaultFractionDigits() >= 0)
                .findFirst()
                .orElseThrow(() -> new InvalidValue("currency", Problem.UNKNOWN));
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
