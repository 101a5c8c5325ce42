package visibuild.client;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import retrofit2.http.Body;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.Paged;

/**
 * Generates docs/reference/endpoints.md from the interfaces, their descriptors and their Javadoc.
 */
final class EndpointsPage {
  private static final List<String> ACCESSORS =
      List.of(
          "projects",
          "visis",
          "locations",
          "projectAttachments",
          "companies",
          "tags",
          "milestones",
          "tickets",
          "webhooks",
          "reporting");

  private EndpointsPage() {}

  static String markdown() {
    return """
        # Endpoints

        This page is generated from the interfaces of [`client/`](../../client/src/main/java/visibuild/client);
        do not edit it. A test compares the two.

        It lists the endpoints that Visibuild's help articles describe or that the programs published by
        Visibuild call ("client code"). Visibuild's full reference,
        <https://app.apac.visibuild.com/api/docs/core/v1>, may need a login and was not available. For an
        endpoint that is missing here, declare an interface with `@VisibuildApi`.

        - `api` is a `VisibuildReadClient`, `writer` a `VisibuildClient`.
        - *Page* is the number of records in a page: its default and range, or its fixed size. Lists take the
          cursor parameter `next`, and those of the Core API also `pageSize`; `Paged` sends both.
        - *Scope* is the scope of the token that the call carries.

        """
        + Stream.concat(
                ACCESSORS.stream().map(name -> section("api", VisibuildReadClient.class, name)),
                Stream.of("tickets", "webhooks")
                    .map(name -> section("writer", VisibuildClient.class, name)))
            .collect(joining("\n"))
        + """

        ## `writer.upload(file)`, `visibuild.Attachments`

        Uploads a file for a ticket in two requests.

        | method | request | parameters | result | page | scope | source |
        | --- | --- | --- | --- | --- | --- | --- |
        | `upload` | `POST /api/core/v1/attachments` | body `filename`, `contentType`, `fileSize`, `checksum` | the key of the upload | | `read write` | help article *Uploading attachments via API* |
        | | `PUT` to the URL of the response, at the storage | the bytes, with the headers of the response | | | no token | help article *Uploading attachments via API* |

        ## Named without a path

        Visi links, progress of location milestones, and documents are named in Visibuild's material. Their
        paths are not known, so no interface has them.
        """;
  }

  /** Returns the interface that an accessor returns. */
  static Class<?> api(Class<?> client, String accessor) {
    try {
      return client.getMethod(accessor).getReturnType();
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(accessor, e);
    }
  }

  /** Returns the methods that make requests, in the order of the source, without inherited ones. */
  static List<Method> requests(Class<?> api) {
    return EndpointDocs.of(api).keySet().stream()
        .map(
            name ->
                Arrays.stream(api.getDeclaredMethods())
                    .filter(each -> each.getName().equals(name) && !each.isDefault())
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  /** Returns a method's entry in the descriptor that the processor wrote. */
  static JsonNode descriptor(Method method) {
    String file = "/META-INF/visibuild/" + method.getDeclaringClass().getName() + ".json";
    try (InputStream stream = EndpointsPage.class.getResourceAsStream(file)) {
      for (JsonNode each : new ObjectMapper().readTree(stream).get("methods")) {
        if (each.get("name").asText().equals(method.getName())) {
          return each;
        }
      }
      throw new IllegalStateException(file + " has no method " + method.getName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String scope(JsonNode descriptor) {
    return descriptor.get("scope").asText().equals("READ") ? "read" : "read write";
  }

  private static String section(String variable, Class<?> client, String accessor) {
    Class<?> api = api(client, accessor);
    Map<String, EndpointDocs.Doc> docs = EndpointDocs.of(api);
    return """
        ## `%s.%s()`, `%s`

        %s

        | method | request | parameters | result | page | scope | source |
        | --- | --- | --- | --- | --- | --- | --- |
        %s
        """
        .formatted(
            variable,
            accessor,
            api.getSimpleName(),
            EndpointDocs.summary(api).replaceAll("\\{@\\w+ ([^}]*)}", "`$1`"),
            requests(api).stream()
                .map(method -> row(method, docs.get(method.getName())))
                .collect(joining("\n")));
  }

  private static String row(Method method, EndpointDocs.Doc doc) {
    JsonNode descriptor = descriptor(method);
    return "| `%s` | `%s /%s` | %s | %s | %s | `%s` | %s |"
        .formatted(
            method.getName(),
            descriptor.get("verb").asText(),
            descriptor.get("path").asText(),
            parameters(method),
            result(method),
            page(method, descriptor),
            scope(descriptor),
            doc.notes().isEmpty() ? doc.source() : doc.source() + ". " + doc.notes());
  }

  private static String parameters(Method method) {
    return Arrays.stream(method.getParameters())
        .map(EndpointsPage::parameter)
        .filter(Objects::nonNull)
        .collect(joining(", "));
  }

  private static String parameter(Parameter parameter) {
    String type = parameter.getType().getSimpleName();
    if (parameter.isAnnotationPresent(Path.class)) {
      return "path `%s`".formatted(parameter.getAnnotation(Path.class).value());
    }
    if (parameter.isAnnotationPresent(Query.class)) {
      return "query `%s` (%s)".formatted(parameter.getAnnotation(Query.class).value(), type);
    }
    return parameter.isAnnotationPresent(Body.class) ? "body `%s`".formatted(type) : null;
  }

  private static String result(Method method) {
    Type type = method.getGenericReturnType();
    if (type instanceof ParameterizedType generic) {
      return "`%s<%s>`"
          .formatted(
              method.getReturnType().getSimpleName(),
              ((Class<?>) generic.getActualTypeArguments()[0]).getSimpleName());
    }
    return type == void.class ? "" : "`" + method.getReturnType().getSimpleName() + "`";
  }

  private static String page(Method method, JsonNode descriptor) {
    if (method.getReturnType() != Paged.class) {
      return "";
    }
    return descriptor.get("path").asText().startsWith("api/v2/") ? "5" : "1000 (1 to 5000)";
  }
}
