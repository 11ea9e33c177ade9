package org.licencedesk.web.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.Text;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.access.Password;
import org.licencedesk.people.setup.CreateTenant;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.UserName;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.web.tenants.TypedSystem;

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
                system().slug(),
                system().name(),
                system().seats(),
                system().currency(),
                system().typedPrice(),
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
                system()::name,
                system()::slug,
                this::adminName,
                this::address,
                this::signInName,
                this::password,
                system()::seats,
                system()::price,
                system()::currency);
    }

    private String code() {
        return Text.line("code", system().stripped("code"), LONGEST_CODE);
    }

    private DisplayName adminName() {
        return new DisplayName(system().stripped("adminName"));
    }

    private EmailAddress address() {
        return new EmailAddress(system().stripped("email"));
    }

    private UserName signInName() {
        return new UserName(system().stripped("email"));
    }

    private Password password() {
        return new Password(text("password"));
    }

    /** @return what is typed, by the name of the field */
    public Map<String, String> getTyped() {
        return typed;
    }

    private TypedSystem system() {
        return new TypedSystem(typed);
    }

    String text(String field) {
        return system().text(field);
    }
}
