package io.processflow.server.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * With which statuses an operation refuses, for the description of the API. On a type for all of its operations; what every
 * operation can answer (401, 403, 429 and for bodies 400, 415) need not be named.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    int[] value();
}
