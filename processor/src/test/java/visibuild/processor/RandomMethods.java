package visibuild.processor;

import java.util.ArrayList;
import java.util.List;
import visibuild.processor.RandomMethod.Parameter;
import visibuild.processor.RandomMethod.Result;
import visibuild.processor.RandomParameters.Kind;

/** Makes methods of which about half are right, and the others wrong in one or two places. */
final class RandomMethods {
  private static final Generator<String> DECLARATION =
      Generator.texts(
          """
          200 interface %s | 1 interface %s<T> | 1 abstract class %s
          """);

  private static final Generator<String> PATH =
      Generator.texts(
          """
          20 x | 20 x/{id} | 5 x?a=b | 3 x/{id}?a=b | 2 x/{id}/{other} | 1 | 1 x?a={id}
          1 x/{1d} | 1 {id} | 1 x? | 1 x?{ | 1 x/{i-d_1} | 1 x/{é} | 1 /x | 1 x/{id}/{id}
          1 x/{id | 1 x?{id}?{id}
          """);

  private static final Generator<String> HEADERS =
      Generator.texts(
          """
          220 | 6 @Headers("A: b") | 1 @Headers({}) | 1 @Headers("A") | 1 @Headers(":b")
          1 @Headers("A:") | 1 @Headers({"A: b", "B"}) | 1 @Headers("A b: c")
          1 @Headers("A: é") | 1 @Headers("é: a")
          1 @Headers(value = "A: é", allowUnsafeNonAsciiValues = true)
          1 @Headers(value = "é: a", allowUnsafeNonAsciiValues = true) | 1 @Headers("A : b")
          1 @Headers("A: ") | 1 @Headers("A:\\tb\\tc") | 1 @Headers("A: b\\nc")
          2 @Headers("Content-Type: text/plain") | 1 @Headers("content-type: text")
          1 @Headers("Content-Type: text/plain; charset=utf-8")
          1 @Headers("Content-Type: text/plain; charset=\\"utf-8\\";")
          1 @Headers("Content-Type: text/plain charset=utf-8")
          1 @Headers("Content-Type: text/plain; charset=") | 1 @Headers("Content-Type: é/a")
          1 @Headers("Content-Type : nothing") | 1 @Headers("Authorization: x")
          """);

  private RandomMethods() {}

  /** One method, with the interface around it. */
  static Generator<RandomMethod> any() {
    Generator<Kind> kind =
        Generator.oneOf(
            Generator.weighted(6, Generator.just(Kind.PLAIN)),
            Generator.weighted(2, Generator.just(Kind.BODY)),
            Generator.weighted(2, Generator.just(Kind.FORM)),
            Generator.weighted(3, Generator.just(Kind.MULTIPART)),
            Generator.weighted(2, Generator.just(Kind.URL)));
    return kind.flatMap(RandomMethods::of);
  }

  private static Generator<RandomMethod> of(Kind kind) {
    Generator<String> path = kind == Kind.URL ? Generator.texts("8 | 1 x") : PATH;
    return random -> {
      String text = path.next(random);
      return method(
          DECLARATION.next(random),
          verbs(kind, text).next(random),
          encoding(kind).next(random),
          HEADERS.next(random),
          RandomTypes.RESULT.next(random),
          RandomParameters.of(kind, text).next(random));
    };
  }

  private static RandomMethod method(
      String declaration,
      List<String> verbs,
      String encoding,
      String headers,
      Result result,
      List<Parameter> parameters) {
    List<String> annotations = new ArrayList<>(List.of(headers, encoding));
    annotations.addAll(verbs);
    boolean generic =
        (result.toString() + parameters).matches(".*\\bT\\b.*") && !declaration.contains("<T>");
    return new RandomMethod(declaration, generic ? "<T>" : "", annotations, result, parameters);
  }

  private static Generator<List<String>> verbs(Kind kind, String path) {
    String value = path.isEmpty() ? "" : "(\"" + path + "\")";
    String http = "@HTTP(path = \"" + path + "\", method =";
    Generator<String> reading =
        Generator.texts(
            """
            8 @GET%1$s | 2 @HEAD%1$s | 1 @OPTIONS%1$s | 2 @DELETE%1$s
            1 %2$s "GET") | 1 %2$s "HEAD") | 1 %2$s "")
            """
                .formatted(value, http));
    Generator<String> writing =
        Generator.texts(
            """
            8 @POST%1$s | 2 @PUT%1$s | 2 @PATCH%1$s
            1 %2$s "DELETE", hasBody = true) | 1 %2$s "HEAD", hasBody = true)
            """
                .formatted(value, http));
    boolean body = kind != Kind.PLAIN && kind != Kind.URL;
    Generator<String> verb =
        Generator.oneOf(
            Generator.weighted(body ? 1 : 12, reading), Generator.weighted(body ? 12 : 2, writing));
    return Generator.oneOf(
        Generator.weighted(60, verb.map(List::of)),
        Generator.weighted(1, Generator.just(List.of())),
        Generator.weighted(
            1, verb.map(one -> List.of(one, one.startsWith("@GET") ? "@PUT" : "@GET"))));
  }

  private static Generator<String> encoding(Kind kind) {
    return switch (kind) {
      case FORM ->
          Generator.texts("30 @FormUrlEncoded | 1 | 1 @Multipart | 1 @Multipart @FormUrlEncoded");
      case MULTIPART ->
          Generator.texts("30 @Multipart | 1 | 1 @FormUrlEncoded | 1 @FormUrlEncoded @Multipart");
      default -> Generator.texts("60 | 1 @FormUrlEncoded | 1 @Multipart");
    };
  }
}
