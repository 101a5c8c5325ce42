package visibuild.cli.doctor;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.http.Query;
import visibuild.Paged;
import visibuild.policy.MethodDescriptor;

/**
 * An endpoint that reads.
 *
 * @param path the template below the origin, such as {@code api/core/v1/tickets/{id}}
 * @param kind the form of the response
 * @param record the type of the records, or {@code null} if the response has no records
 * @param requiredQuery the name of a query parameter that may not be left out, or {@code null}
 */
record ReadEndpoint(
    String path, Kind kind, @Nullable Class<?> record, @Nullable String requiredQuery) {
  /** The Reporting API has pages of a fixed size and no parameter for it. */
  private static final String FIXED_PAGES = "api/v2/";

  private static final int FIXED_PAGE_SIZE = 5;

  /** The number of records of a page if the client can choose it. */
  private static final int CHOSEN_PAGE_SIZE = 5;

  /** The forms of a response. */
  enum Kind {
    /** Pages of records. */
    LIST,

    /** One record in the envelope. */
    SINGLE,

    /** Something else, whose shape is recorded and not compared. */
    OTHER
  }

  static ReadEndpoint of(MethodDescriptor descriptor, Method method) {
    Type type = method.getGenericReturnType();
    Kind kind = Kind.SINGLE;
    while (type instanceof ParameterizedType generic
        && List.of(Paged.class, Optional.class, CompletableFuture.class, Call.class, Response.class)
            .contains(generic.getRawType())) {
      if (generic.getRawType() == Paged.class) {
        kind = Kind.LIST;
      }
      type = generic.getActualTypeArguments()[0];
    }
    boolean hasRecord = type instanceof Class<?> raw && raw.isRecord();
    return new ReadEndpoint(
        descriptor.path(),
        hasRecord ? kind : Kind.OTHER,
        hasRecord ? (Class<?>) type : null,
        requiredQuery(method));
  }

  /** Returns the request for reports, such as {@code GET api/core/v1/projects}. */
  String request() {
    return "GET " + path;
  }

  /** Returns the template in front of the last placeholder: the list that has its ids. */
  Optional<String> parent() {
    int placeholder = path.lastIndexOf('{');
    return placeholder < 0 ? Optional.empty() : Optional.of(path.substring(0, placeholder - 1));
  }

  /** Returns the part behind the last placeholder; empty if that is the end of the path. */
  List<String> segmentsBehindParent() {
    String rest = path.substring(path.lastIndexOf('}') + 1);
    return rest.isEmpty() ? List.of() : List.of(rest.substring(1).split("/"));
  }

  List<String> segments() {
    return List.of(path.split("/"));
  }

  boolean endsWithPlaceholder() {
    return path.endsWith("}");
  }

  boolean hasChosenPageSize() {
    return !path.startsWith(FIXED_PAGES);
  }

  int pageSize() {
    return hasChosenPageSize() ? CHOSEN_PAGE_SIZE : FIXED_PAGE_SIZE;
  }

  private static @Nullable String requiredQuery(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(Query.class))
        .filter(ReadEndpoint::isRequired)
        .map(parameter -> parameter.getAnnotation(Query.class).value())
        .findFirst()
        .orElse(null);
  }

  private static boolean isRequired(Parameter parameter) {
    return !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
