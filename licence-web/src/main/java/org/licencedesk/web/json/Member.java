package org.licencedesk.web.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a member of a body may look. Without it a member must be there unless it is an {@link java.util.Optional}, and
 * must not be null.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Member {

    /** @return whether it must be there although it is an Optional */
    boolean required() default false;

    /** @return whether it may be null */
    boolean nullable() default false;
}
