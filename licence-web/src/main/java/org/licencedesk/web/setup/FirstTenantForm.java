package org.licencedesk.web.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Role;
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

    private String code = "";

    private String name = "";

    private String slug = "";

    private String maximum = "";

    private String currency = "";

    private String pricePerSeat = "";

    private String adminName = "";

    private String email = "";

    private String password = "";

    /**
     * @return the command that the form makes
     * @throws InvalidValue naming the first field that cannot be what it should be
     */
    CreateTenant command() {
        return new CreateTenant(
                new Slug(slug.strip()),
                name,
                seats(),
                unit(),
                Optional.of(pricePerSeat.strip()).filter(text -> !text.isEmpty()),
                BillingPeriod.MONTH,
                Optional.empty(),
                false,
                UTC,
                new NewUser(
                        new UserName(email),
                        new DisplayName(adminName),
                        Optional.of(new EmailAddress(email)),
                        Role.SYSTEM_ADMIN,
                        UserStatus.ACTIVE),
                Optional.of(new Password(password)),
                Optional.empty(),
                Optional.empty(),
                false,
                Door.WIZARD);
    }

    private int seats() {
        if (!maximum.strip().matches("[1-9]\\d{0,8}")) {
            throw new InvalidValue("maximum", Problem.NOT_IN_FORM);
        }
        return Integer.parseInt(maximum.strip());
    }

    private Currency unit() {
        return Currency.getAvailableCurrencies().stream()
                .filter(known ->
                        known.getCurrencyCode().equals(currency.strip()) && known.getDefaultFractionDigits() >= 0)
                .findFirst()
                .orElseThrow(() -> new InvalidValue("currency", Problem.UNKNOWN));
    }

    /** @return the setup code */
    public String getCode() {
        return code;
    }

    /** Sets the setup code. */
    public void setCode(String text) {
        code = text;
    }

    /** @return the name of the system */
    public String getName() {
        return name;
    }

    /** Sets the name of the system. */
    public void setName(String text) {
        name = text;
    }

    /** @return the system's name in addresses */
    public String getSlug() {
        return slug;
    }

    /** Sets the system's name in addresses. */
    public void setSlug(String text) {
        slug = text;
    }

    /** @return how many seats the system begins with */
    public String getMaximum() {
        return maximum;
    }

    /** Sets how many seats the system begins with. */
    public void setMaximum(String text) {
        maximum = text;
    }

    /** @return the code of the currency */
    public String getCurrency() {
        return currency;
    }

    /** Sets the code of the currency. */
    public void setCurrency(String text) {
        currency = text;
    }

    /** @return what a seat costs a month, or blank if the account manager sets the price */
    public String getPricePerSeat() {
        return pricePerSeat;
    }

    /** Sets what a seat costs a month. */
    public void setPricePerSeat(String text) {
        pricePerSeat = text;
    }

    /** @return the name of the first System Admin */
    public String getAdminName() {
        return adminName;
    }

    /** Sets the name of the first System Admin. */
    public void setAdminName(String text) {
        adminName = text;
    }

    /** @return the first System Admin's mail address, which is the user name too */
    public String getEmail() {
        return email;
    }

    /** Sets the first System Admin's mail address. */
    public void setEmail(String text) {
        email = text;
    }

    /** @return the first System Admin's password */
    public String getPassword() {
        return password;
    }

    /** Sets the first System Admin's password. */
    public void setPassword(String text) {
        password = text;
    }
}
