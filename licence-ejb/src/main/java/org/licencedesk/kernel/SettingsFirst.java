package org.licencedesk.kernel;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.service.spi.ServiceContributor;
import org.licencedesk.settings.SettingsException;

/**
 * Checks the operator's settings before Hibernate asks for a connection, found by {@code ServiceLoader}.
 *
 * <p>Servers that set up persistence before any bean of the application would meet a wrong setting in the data source
 * first, where Hibernate takes it for a database that is away and complains of its dialect instead.
 */
public final class SettingsFirst implements ServiceContributor {

    /** @throws SettingsException naming the setting that is missing or wrong */
    @Override
    public void contribute(StandardServiceRegistryBuilder builder) {
        Settings.ofProcess();
    }
}
