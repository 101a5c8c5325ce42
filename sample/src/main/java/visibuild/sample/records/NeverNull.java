package visibuild.sample.records;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a component that Jackson fills: where the JSON has {@code null} or nothing, a list is empty,
 * an enumeration is {@code UNKNOWN}, and a primitive 0 or false.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@JacksonAnnotationsInside
@JsonSetter(nulls = Nulls.AS_EMPTY)
@interface NeverNull {}
