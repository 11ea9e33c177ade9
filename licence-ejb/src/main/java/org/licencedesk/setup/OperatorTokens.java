package org.licencedesk.setup;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.licencedesk.access.TokenOwner;
import org.licencedesk.access.Tokens;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.Settings;

/** Admits the operator's token that the installation is handed by its settings, so that a new one can be opened. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class OperatorTokens {

    @Inject
    private Tokens tokens;

    /** Runs at each start; a token that is known already is left as it is. */
    @PostConstruct
    void admit() {
        Settings.ofProcess()
                .find("licence.operator.token")
                .ifPresent(text -> tokens.admit(new Secret(text), "operator", TokenOwner.operator()));
    }
}
