package visibuild.processor.read;

import com.google.auto.common.MoreElements;
import javax.lang.model.element.Element;

/** Which classes are Kotlin's: its compiler's, or what kapt shows of them before that has run. */
public final class KotlinClass {
  private static final String MARK = "kotlin.Metadata";

  private KotlinClass() {}

  /** Returns whether {@code type} was compiled by Kotlin. */
  public static boolean is(Element type) {
    return type.getAnnotationMirrors().stream()
        .map(annotation -> MoreElements.asType(annotation.getAnnotationType().asElement()))
        .anyMatch(annotation -> annotation.getQualifiedName().contentEquals(MARK));
  }
}
