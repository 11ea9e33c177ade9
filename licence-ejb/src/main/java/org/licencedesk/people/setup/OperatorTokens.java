package org.licencedesk.people.setup;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import org.licencedesk.kernel.Secret;
import org.licencedesk.people.access.Tokens;
import org.licencedesk.platform.Settings;

/** Keeps the operator's token that the settings name the only one of its kind, so that a new one replaces it. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class OperatorTokens {

    @Inject
    private Tokens tokens;

    /** Runs at each start. */
    @PostConstruct
    void configure() {
        Optional<Secret> given =
                Settings.ofProcess().find("licence.operator.token").map(Secret::new);
        if (given.filter(DemoData.TOKENS::contains).isPresent()) {
            throw new IllegalStateException("LICENCE_OPERATOR_TOKEN is a token of the demo, which everybody knows");
        }
        tokens.configure(given, "operator");
    }
}
