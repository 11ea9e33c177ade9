package org.licencedesk.web.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.licencedesk.kernel.Permission;

/** Which permission a caller of the operation needs; asked before the body is read. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {

    /** @return the permission */
    Permission value();
}
