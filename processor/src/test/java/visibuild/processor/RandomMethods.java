package visibuild.processor;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import visibuild.processor.RandomMethod.Parameter;
import visibuild.processor.RandomMethod.Result;
import visibuild.processor.RandomParameters.Kind;

/** Makes methods of which about half are right, and the others wrong in one or two places. */
final class RandomMethods {
  private static final Arbitrary<String> DECLARATION =
      WeightedChoice.texts(
          """
          200 interface %s | 1 interface %s<T> | 1 abstract class %s
          """);

  private static final Arbitrary<String> PATH =
      WeightedChoice.texts(
          """
          20 x | 20 x/{id} | 5 x?a=b | 3 x/{id}?a=b | 2 x/{id}/{other} | 1 | 1 x?a={id}
          1 x/{1d} | 1 {id} | 1 x? | 1 x?{ | 1 x/{i-d_1} | 1 x/{é} | 1 /x | 1 x/{id}/{id}
          1 x/{id | 1 x?{id}?{id}
          """);

  private static final Arbitrary<String> HEADERS =
      WeightedChoice.texts(
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
  static Arbitrary<RandomMethod> any() {
    Arbitrary<Kind> kind =
        Arbitraries.frequency(
            Tuple.of(6, Kind.PLAIN),
            Tuple.of(2, Kind.BODY),
            Tuple.of(2, Kind.FORM),
            Tuple.of(3, Kind.MULTIPART),
            Tuple.of(2, Kind.URL));
    return kind.flatMap(RandomMethods::of);
  }

  private static Arbitrary<RandomMethod> of(Kind kind) {
    Arbitrary<String> path = kind == Kind.URL ? WeightedChoice.texts("8 | 1 x") : PATH;
    return path.flatMap(
        text ->
            Combinators.combine(
                    DECLARATION,
                    verbs(kind, text),
                    encoding(kind),
                    HEADERS,
                    RandomTypes.RESULT,
                    RandomParameters.of(kind, text))
                .as(RandomMethods::method));
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

  private static Arbitrary<List<String>> verbs(Kind kind, String path) {
    String value = path.isEmpty() ? "" : "(\"" + path + "\")";
    String http = "@HTTP(path = \"" + path + "\", method =";
    Arbitrary<String> reading =
        WeightedChoice.texts(
            """
            8 @GET%1$s | 2 @HEAD%1$s | 1 @OPTIONS%1$s | 2 @DELETE%1$s
            1 %2$s "GET") | 1 %2$s "HEAD") | 1 %2$s "")
            """
                .formatted(value, http));
    Arbitrary<String> writing =
        WeightedChoice.texts(
            """
            8 @POST%1$s | 2 @PUT%1$s | 2 @PATCH%1$s
            1 %2$s "DELETE", hasBody = true) | 1 %2$s "HEAD", hasBody = true)
            """
                .formatted(value, http));
    boolean body = kind != Kind.PLAIN && kind != Kind.URL;
    Arbitrary<String> verb =
        Arbitraries.frequencyOf(Tuple.of(body ? 1 : 12, reading), Tuple.of(body ? 12 : 2, writing));
    return Arbitraries.frequencyOf(
        Tuple.of(60, verb.map(List::of)),
        Tuple.of(1, Arbitraries.just(List.of())),
        Tuple.of(1, verb.map(one -> List.of(one, one.startsWith("@GET") ? "@PUT" : "@GET"))));
  }

  private static Arbitrary<String> encoding(Kind kind) {
    return switch (kind) {
      case FORM ->
          WeightedChoice.texts(
              "30 @FormUrlEncoded | 1 | 1 @Multipart | 1 @Multipart @FormUrlEncoded");
      case MULTIPART ->
          WeightedChoice.texts(
              "30 @Multipart | 1 | 1 @FormUrlEncoded | 1 @FormUrlEncoded @Multipart");
      default -> WeightedChoice.texts("60 | 1 @FormUrlEncoded | 1 @Multipart");
    };
  }
}
