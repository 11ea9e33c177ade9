package org.licencedesk.platform;

import org.hibernate.engine.transaction.jta.platform.internal.SunOneJtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatformProvider;

/**
 * Tells Hibernate where the server's transaction manager is, found by {@code ServiceLoader}.
 *
 * <p>A property in {@code persistence.xml} would say the same, and would overrule what a server that knows better
 * (WildFly) sets itself.
 */
public final class ServerJtaPlatform implements JtaPlatformProvider {

    @Override
    public JtaPlatform getProvidedJtaPlatform() {
        return new SunOneJtaPlatform();
    }
}
