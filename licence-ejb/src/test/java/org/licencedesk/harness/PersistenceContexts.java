package org.licencedesk.harness;

import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.jboss.weld.injection.spi.JpaInjectionServices;
import org.jboss.weld.injection.spi.ResourceReference;
import org.jboss.weld.injection.spi.ResourceReferenceFactory;
import org.jboss.weld.injection.spi.helpers.SimpleResourceReference;

/** Gives every field with {@code @PersistenceContext} the same entity manager. */
final class PersistenceContexts implements JpaInjectionServices {
    private final EntityManager entities;

    PersistenceContexts(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public ResourceReferenceFactory<EntityManager> registerPersistenceContextInjectionPoint(InjectionPoint field) {
        return () -> new SimpleResourceReference<>(entities);
    }

    @Override
    public ResourceReferenceFactory<EntityManagerFactory> registerPersistenceUnitInjectionPoint(InjectionPoint field) {
        return PersistenceContexts::refused;
    }

    private static ResourceReference<EntityManagerFactory> refused() {
        throw new UnsupportedOperationException("No bean asks for a factory");
    }

    @Override
    public void cleanup() {}
}
