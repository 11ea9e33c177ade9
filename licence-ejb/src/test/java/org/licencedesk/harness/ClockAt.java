package org.licencedesk.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Each test of the class begins at this instant by the clock of the desk, which afterwards stands as it stood before. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClockAt.Setting.class)
public @interface ClockAt {

    /** The instant, as ISO 8601 writes it. */
    String value();

    /** Sets the clock, and gives it back. */
    final class Setting implements BeforeEachCallback, AfterEachCallback {
        private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(ClockAt.class);

        @Override
        public void beforeEach(ExtensionContext test) {
            SetClock clock = Desk.open().clock();
            test.getStore(OWN).put(Instant.class, clock.now());
            clock.set(Instant.parse(
                    test.getRequiredTestClass().getAnnotation(ClockAt.class).value()));
        }

        @Override
        public void afterEach(ExtensionContext test) {
            Desk.open().clock().set(test.getStore(OWN).get(Instant.class, Instant.class));
        }
    }
}
