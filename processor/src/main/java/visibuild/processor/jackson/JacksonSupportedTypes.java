package visibuild.processor.jackson;

import java.util.List;
import javax.lang.model.element.TypeElement;
import visibuild.processor.element.MoreElements;

/** The libraries whose types Jackson, one of its modules, Retrofit or the runtime support. */
public final class JacksonSupportedTypes {
  private static final List<String> PACKAGES =
      List.of(
          "java.",
          "javax.",
          "jakarta.json.",
          "kotlin.",
          "okhttp3.",
          "okio.",
          "retrofit2.",
          "com.fasterxml.jackson.",
          "com.google.common.",
          "io.vavr.",
          "org.eclipse.collections.",
          "org.joda.",
          "scala.");

  private static final String RUNTIME = "visibuild";

  private JacksonSupportedTypes() {}

  /** Returns whether {@code type} belongs to one of these libraries. */
  public static boolean contains(TypeElement type) {
    String name = type.getQualifiedName().toString();
    for (String library : PACKAGES) {
      if (name.startsWith(library)) {
        return true;
      }
    }
    return name.startsWith(RUNTIME)
        && MoreElements.getPackage(type).getQualifiedName().contentEquals(RUNTIME);
  }
}
