package golden.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.TimeUnit;

/** Every kind of value that an annotation can have. */
@Retention(RetentionPolicy.RUNTIME)
@interface Traced {
  String text() default "default";

  char letter() default 'a';

  long large() default 1;

  double[] numbers() default {};

  Class<?> type() default Object.class;

  TimeUnit[] units() default {};

  Label label() default @Label("none");

  Label[] labels() default {};

  /** A nested annotation. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Label {
    String value();
  }

  /** Not kept at run time. */
  @interface Note {}
}
