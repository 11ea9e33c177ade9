package org.licencedesk.container;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.licencedesk.harness.TestDatabase;

/** Starts the database before the server that needs it; inside the server, where the tests run, it is there. */
public final class DatabaseFirst implements BeforeAllCallback {
    /** Set in the server's JVM only. */
    private static final String INSIDE = "licence.test.inside";

    @Override
    public void beforeAll(ExtensionContext context) {
        if (System.getProperty(INSIDE) == null) {
            System.setProperty("licence.test.db.url", TestDatabase.database("container"));
        }
    }
}
