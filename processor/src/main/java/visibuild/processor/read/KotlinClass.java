package visibuild.processor.read;

import javax.lang.model.element.Element;
import visibuild.processor.element.MoreElements;

/** Which classes are Kotlin's: its compiler's, or what kapt shows of them before that has run. */
public final class KotlinClass {
  private static final String MARK = "kotlin.Metadata";

  private KotlinClass() {}

  /** Returns whether {@code type} was compiled by Kotlin. */
  public static boolean is(Element type) {
    return MoreElements.isAnnotationPresent(type, MARK);
  }
}
