package visibuild.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Set;

/** Retrofit's annotations, and what each is for. */
public final class RetrofitAnnotations {
  /** {@code @HTTP}: any verb. */
  public static final ClassName HTTP = named("HTTP");

  /** {@code @Headers}: fixed headers. */
  public static final ClassName HEADERS = named("Headers");

  /** {@code @Header}: a header from a parameter. */
  public static final ClassName HEADER = named("Header");

  /** {@code @Path}: a placeholder of the path. */
  public static final ClassName PATH = named("Path");

  /** {@code @Query}: a query parameter. */
  public static final ClassName QUERY = named("Query");

  /** {@code @Url}: the whole URL from a parameter. */
  public static final ClassName URL = named("Url");

  /** {@code @Tag}: something for the interceptors, not for the server. */
  public static final ClassName TAG = named("Tag");

  /** The verbs that have an annotation of their own. */
  static final Set<ClassName> VERBS =
      Set.of(
          named("GET"),
          named("HEAD"),
          named("OPTIONS"),
          named("POST"),
          named("PUT"),
          named("PATCH"),
          named("DELETE"));

  private static final Set<ClassName> PARAMETERS =
      Set.of(
          PATH,
          QUERY,
          URL,
          TAG,
          HEADER,
          named("HeaderMap"),
          named("QueryName"),
          named("QueryMap"),
          named("Body"),
          named("Field"),
          named("FieldMap"),
          named("Part"),
          named("PartMap"));

  private RetrofitAnnotations() {}

  /** Whether {@code annotation} tells Retrofit what to do with a parameter. */
  public static boolean isForParameter(AnnotationUse annotation) {
    return PARAMETERS.contains(annotation.type());
  }

  private static ClassName named(String simpleName) {
    return ClassName.get("retrofit2.http", simpleName);
  }
}
