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

  /** {@code @QueryName}: a query parameter without a value. */
  public static final ClassName QUERY_NAME = named("QueryName");

  /** {@code @QueryMap}: any number of query parameters. */
  public static final ClassName QUERY_MAP = named("QueryMap");

  /** {@code @HeaderMap}: any number of headers. */
  public static final ClassName HEADER_MAP = named("HeaderMap");

  /** {@code @Body}: the body of the request. */
  public static final ClassName BODY = named("Body");

  /** {@code @Field}: a field of a form. */
  public static final ClassName FIELD = named("Field");

  /** {@code @FieldMap}: any number of fields of a form. */
  public static final ClassName FIELD_MAP = named("FieldMap");

  /** {@code @Part}: a part of a multipart body. */
  public static final ClassName PART = named("Part");

  /** {@code @PartMap}: any number of parts of a multipart body. */
  public static final ClassName PART_MAP = named("PartMap");

  /** {@code @FormUrlEncoded}: the body is a form. */
  public static final ClassName FORM_URL_ENCODED = named("FormUrlEncoded");

  /** {@code @Multipart}: the body has parts. */
  public static final ClassName MULTIPART = named("Multipart");

  /** {@code @Streaming}: the response body is not read first. */
  public static final ClassName STREAMING = named("Streaming");

  /** {@code @Url}: the whole URL from a parameter. */
  public static final ClassName URL = named("Url");

  /** {@code @Tag}: something for the interceptors, not for the server. */
  public static final ClassName TAG = named("Tag");

  /** The verbs with an annotation. */
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
          QUERY_NAME,
          QUERY_MAP,
          URL,
          TAG,
          HEADER,
          HEADER_MAP,
          BODY,
          FIELD,
          FIELD_MAP,
          PART,
          PART_MAP);

  private RetrofitAnnotations() {}

  /** Returns whether {@code annotation} configures a parameter for Retrofit. */
  public static boolean isForParameter(AnnotationModel annotation) {
    return PARAMETERS.contains(annotation.type());
  }

  private static ClassName named(String simpleName) {
    return ClassName.get("retrofit2.http", simpleName);
  }
}
