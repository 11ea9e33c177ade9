package org.licencedesk.harness;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Plays the container's part of a stateless bean: a call that comes from outside a transaction, or
 * wants one beside it, gets one of its own.
 */
public final class OwnTransaction implements Extension {

    /** Marks the beans. */
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface Needed {}

    void mark(@Observes @WithAnnotations(Stateless.class) ProcessAnnotatedType<?> bean) {
        bean.configureAnnotatedType().add(new Literal());
    }

    /** Begins and ends it. */
    @Needed
    @Interceptor
    @Priority(Interceptor.Priority.APPLICATION)
    public static class Around {

        @AroundInvoke
        Object call(InvocationContext call) {
            return Desk.isInTransaction() && !isApart(call)
                    ? proceed(call)
                    : Desk.open().commit(() -> proceed(call));
        }

        private static boolean isApart(InvocationContext call) {
            TransactionAttribute declared = call.getMethod().getAnnotation(TransactionAttribute.class);
            return declared != null && declared.value() == TransactionAttributeType.REQUIRES_NEW;
        }

        private static Object proceed(InvocationContext call) {
            try {
                return call.proceed();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Literal extends AnnotationLiteral<Needed> implements Needed {
        private static final long serialVersionUID = 1L;
    }
}
