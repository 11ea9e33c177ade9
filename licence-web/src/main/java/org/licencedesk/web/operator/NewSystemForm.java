package org.licencedesk.web.operator;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
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
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.setup.CreateTenant;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.UserName;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.web.page.ZoneChoices;
import org.licencedesk.web.tenants.TypedSystem;

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
                system().slug(),
                system().name(),
                system().seats(),
                system().currency(),
                system().typedPrice(),
                BillingPeriod.valueOf(system().text("period")),
                renewsOn(),
                firstPeriodBilled,
                ZoneId.of(system().text("timeZone")),
                new NewUser(userName(), displayName(), Optional.of(email()), Role.SYSTEM_ADMIN, UserStatus.ACTIVE),
                Optional.empty(),
                Optional.empty(),
                system().filled("manager").flatMap(ManagerId::parse),
                true,
                Door.UI);
    }

    /** @return what makes the value of each field, and throws {@link InvalidValue} where it cannot be one */
    List<Supplier<?>> fields() {
        return List.of(
                system()::name,
                system()::slug,
                system()::seats,
                system()::currency,
                system()::price,
                this::renewsOn,
                this::displayName,
                this::email,
                this::userName);
    }

    private TypedSystem system() {
        return new TypedSystem(typed);
    }

    private DisplayName displayName() {
        return new DisplayName(system().stripped("displayName"));
    }

    private UserName userName() {
        return new UserName(system().stripped("userName"));
    }

    private EmailAddress email() {
        return new EmailAddress(system().stripped("email"));
    }

    private Optional<LocalDate> renewsOn() {
        return system().filled("renewsOn").map(NewSystemForm::date);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue("renewsOn", Problem.NOT_IN_FORM);
        }
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
