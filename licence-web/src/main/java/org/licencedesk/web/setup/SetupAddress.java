package org.licencedesk.web.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.licencedesk.people.setup.SetupStep;
import org.licencedesk.web.page.Subpath;

/** What follows {@code /setup} in the address: nothing, the first system, or a step of the wizard. */
@Named
@RequestScoped
public class SetupAddress {

    private static final String PLACE = "/setup/";

    private static final String FIRST_SYSTEM = "system";

    /** @return the name of the page that this is the address of */
    public String getPage() {
        return switch (Subpath.asked()) {
            case "" -> "first-operator";
            case FIRST_SYSTEM -> "first-tenant";
            default -> "setup-" + word(step().orElse(SetupStep.COMPANY));
        };
    }

    /** @return the step of the address; empty for what is no step */
    Optional<SetupStep> step() {
        return Stream.of(SetupStep.values())
                .filter(step -> word(step).equals(Subpath.asked()))
                .findFirst();
    }

    /** @return the address of the step, inside the application */
    public static String of(SetupStep step) {
        return PLACE + word(step);
    }

    private static String word(SetupStep step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
