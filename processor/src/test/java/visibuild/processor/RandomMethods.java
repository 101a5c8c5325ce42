package visibuild.processor;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import visibuild.processor.RandomMethod.Parameter;
import visibuild.processor.RandomMethod.Result;

/** Makes methods of which about half are right, and the others wrong in one or two places. */
final class RandomMethods {
  private static final Arbitrary<String> DECLARATION =
      weighted(200, "interface %s", 1, "interface %s<T>", 1, "abstract class %s");

  private static final Arbitrary<String> PATH =
      weighted(
          20,
          "x",
          20,
          "x/{id}",
          5,
          "x?a=b",
          3,
          "x/{id}?a=b",
          2,
          "x/{id}/{other}",
          1,
          "",
          1,
          "x?a={id}",
          1,
          "x/{1d}",
          1,
          "{id}",
          1,
          "x?",
          1,
          "x?{",
          1,
          "x/{i-d_1}",
          1,
          "x/{é}",
          1,
          "/x",
          1,
          "x/{id}/{id}",
          1,
          "x/{id",
          1,
          "x?{id}?{id}");

  private static final Arbitrary<String> HEADERS =
      weighted(
          220,
          "",
          6,
          "@Headers(\"A: b\")",
          1,
          "@Headers({})",
          1,
          "@Headers(\"A\")",
          1,
          "@Headers(\":b\")",
          1,
          "@Headers(\"A:\")",
          1,
          "@Headers({\"A: b\", \"B\"})",
          1,
          "@Headers(\"A b: c\")",
          1,
          "@Headers(\"A: é\")",
          1,
          "@Headers(\"é: a\")",
          1,
          "@Headers(value = \"A: é\", allowUnsafeNonAsciiValues = true)",
          1,
          "@Headers(value = \"é: a\", allowUnsafeNonAsciiValues = true)",
          1,
          "@Headers(\"A : b\")",
          1,
          "@Headers(\"A: \")",
          1,
          "@Headers(\"A:\\tb\\tc\")",
          1,
          "@Headers(\"A: b\\nc\")",
          2,
          "@Headers(\"Content-Type: text/plain\")",
          1,
          "@Headers(\"content-type: text\")",
          1,
          "@Headers(\"Content-Type: text/plain; charset=utf-8\")",
          1,
          "@Headers(\"Content-Type: text/plain; charset=\\\"utf-8\\\";\")",
          1,
          "@Headers(\"Content-Type: text/plain charset=utf-8\")",
          1,
          "@Headers(\"Content-Type: text/plain; charset=\")",
          1,
          "@Headers(\"Content-Type: é/a\")",
          1,
          "@Headers(\"Content-Type : nothing\")",
          1,
          "@Headers(\"Authorization: x\")");

  private static final Arbitrary<String> VALUE_TYPE =
      weighted(
          70,
          "String",
          4,
          "int",
          2,
          "long[]",
          4,
          "List<String>",
          2,
          "String[]",
          2,
          "Instant",
          2,
          "Set<List<Integer>>",
          1,
          "List<String>[]",
          1,
          "List",
          1,
          "Iterable",
          1,
          "List<?>",
          1,
          "Set<? extends Number>",
          1,
          "Types.Names",
          1,
          "Types.Strings<String>",
          1,
          "List<?>[]",
          1,
          "Types.Strings",
          1,
          "Map<String, ?>",
          1,
          "Map<String, String>",
          1,
          "Optional<String>",
          1,
          "Types.Pairs<Integer, String>",
          1,
          "T",
          1,
          "T[]",
          1,
          "List<T>",
          1,
          "List[]",
          1,
          "Object");

  private static final Arbitrary<String> MAP_TYPE =
      weighted(
          50,
          "Map<String, String>",
          4,
          "HashMap<String, List<Integer>>",
          2,
          "Types.Params",
          2,
          "Types.Named<Integer>",
          1,
          "Types.Named",
          1,
          "Map",
          1,
          "HashMap",
          1,
          "Map<Integer, String>",
          1,
          "Map<Object, String>",
          1,
          "Map<String, ?>",
          1,
          "Map<?, String>",
          1,
          "Types.Reversed<String, Integer>",
          1,
          "Types.Reversed<Integer, String>",
          1,
          "Types.Untyped",
          1,
          "String",
          1,
          "List<String>",
          1,
          "okhttp3.Headers",
          1,
          "Properties",
          1,
          "Map<String, MultipartBody.Part>",
          1,
          "Map<String, RequestBody>",
          1,
          "Map<String, T>",
          1,
          "Map<T, String>",
          1,
          "Map<String, String>[]",
          1,
          "int",
          1,
          "Map<String, List<MultipartBody.Part>>",
          1,
          "Types.PartsByName");

  private static final Arbitrary<String> PART_TYPE =
      weighted(
          6,
          "RequestBody",
          4,
          "String",
          1,
          "MultipartBody.Part",
          1,
          "List<MultipartBody.Part>",
          1,
          "MultipartBody.Part[]",
          1,
          "List<RequestBody>",
          1,
          "String[]",
          1,
          "int",
          1,
          "List",
          1,
          "List<?>",
          1,
          "Types.Names",
          1,
          "Types.Parts",
          1,
          "int[]",
          1,
          "List<List<MultipartBody.Part>>",
          1,
          "Types.Pairs<MultipartBody.Part, String>",
          1,
          "List<MultipartBody.Part>[]",
          1,
          "T");

  private static final Arbitrary<String> RAW_PART_TYPE =
      weighted(
          6,
          "MultipartBody.Part",
          3,
          "List<MultipartBody.Part>",
          3,
          "MultipartBody.Part[]",
          1,
          "RequestBody",
          1,
          "List<String>",
          1,
          "String[]",
          1,
          "List",
          1,
          "Types.Parts",
          1,
          "Types.Pairs<String, MultipartBody.Part>",
          1,
          "MultipartBody.Part[][]",
          1,
          "int");

  private static final Arbitrary<String> URL_TYPE =
      weighted(
          20,
          "String",
          3,
          "java.net.URI",
          3,
          "okhttp3.HttpUrl",
          1,
          "int",
          1,
          "java.net.URL",
          1,
          "List<?>",
          1,
          "CharSequence",
          1,
          "String[]",
          1,
          "T");

  private static final Arbitrary<String> TAG_TYPE =
      weighted(
          4,
          "String",
          3,
          "Integer",
          2,
          "int",
          2,
          "List<String>",
          1,
          "List<Integer>",
          1,
          "String[]",
          1,
          "Map<String, ?>",
          1,
          "List",
          1,
          "Types.Names",
          1,
          "List<String>[]",
          1,
          "T");

  private static final Arbitrary<Result> RESULT =
      Arbitraries.frequencyOf(
          Tuple.of(
              20,
              results(
                  "void|Call<Void>",
                  "String|Call<String>",
                  "int|Call<Integer>",
                  "List<String>|Call<List<String>>",
                  "Optional<String>|Call<String>",
                  "Call<String>|Call<String>",
                  "Call<Void>|Call<Void>",
                  "CompletableFuture<String>|CompletableFuture<String>",
                  "CompletableFuture<Void>|CompletableFuture<Void>",
                  "CompletableFuture<Optional<String>>|CompletableFuture<String>",
                  "String[]|Call<String[]>",
                  "Paged<String>|Call<Page<String>>",
                  "Map<String, int[]>|Call<Map<String, int[]>>")),
          Tuple.of(
              1,
              results(
                  "Call|Call",
                  "Call<?>|Call<?>",
                  "Call<? extends List<String>>|Call<? extends" + " List<String>>",
                  "List<?>|Call<List<?>>",
                  "CompletableFuture|CompletableFuture",
                  "CompletableFuture<?>|CompletableFuture<?>",
                  "okhttp3.Response|Call<okhttp3.Response>",
                  "Call<okhttp3.Response>|Call<okhttp3.Response>",
                  "CompletableFuture<okhttp3.Response>|CompletableFuture<okhttp3.Response>",
                  "Response|Call<Response>",
                  "Call<Response>|Call<Response>",
                  "CompletableFuture<Response>|CompletableFuture<Response>",
                  "Call<Response<String>>|Call<Response<String>>",
                  "Call<List>|Call<List>",
                  "List|Call<List>",
                  "Call<ResponseBody>|Call<ResponseBody>",
                  "T|Call<T>",
                  "List<T>|Call<List<T>>",
                  "Map<String, ?>|Call<Map<String, ?>>",
                  "Void|Call<Void>",
                  "Optional<Void>|Call<Void>",
                  "Stream<String>|Call<Stream<String>>",
                  "Optional|Call<Optional>",
                  "List<Response>|Call<List<Response>>",
                  "List<?>[]|Call<List<?>[]>",
                  "CompletableFuture<List>|CompletableFuture<List>")));

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

  private enum Kind {
    PLAIN,
    BODY,
    FORM,
    MULTIPART,
    URL
  }

  private static Arbitrary<RandomMethod> of(Kind kind) {
    Arbitrary<String> path = kind == Kind.URL ? weighted(8, "", 1, "x") : PATH;
    return path.flatMap(
        text ->
            Combinators.combine(
                    DECLARATION,
                    verbs(kind, text),
                    encoding(kind),
                    HEADERS,
                    RESULT,
                    parameters(kind, text))
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
        (result.ours() + parameters).matches(".*\\bT\\b.*") && !declaration.contains("<T>");
    return new RandomMethod(declaration, generic ? "<T>" : "", annotations, result, parameters);
  }

  private static Arbitrary<List<String>> verbs(Kind kind, String path) {
    String value = path.isEmpty() ? "" : "(\"" + path + "\")";
    String http = "@HTTP(method = \"%s\", path = \"" + path + "\", hasBody = %s)";
    Arbitrary<String> reading =
        weighted(
            8,
            "@GET" + value,
            2,
            "@HEAD" + value,
            1,
            "@OPTIONS" + value,
            2,
            "@DELETE" + value,
            1,
            http.formatted("GET", false),
            1,
            http.formatted("HEAD", false),
            1,
            http.formatted("", false));
    Arbitrary<String> writing =
        weighted(
            8,
            "@POST" + value,
            2,
            "@PUT" + value,
            2,
            "@PATCH" + value,
            1,
            http.formatted("DELETE", true),
            1,
            http.formatted("HEAD", true));
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
          weighted(30, "@FormUrlEncoded", 1, "", 1, "@Multipart", 1, "@Multipart @FormUrlEncoded");
      case MULTIPART ->
          weighted(30, "@Multipart", 1, "", 1, "@FormUrlEncoded", 1, "@FormUrlEncoded @Multipart");
      default -> weighted(60, "", 1, "@FormUrlEncoded", 1, "@Multipart");
    };
  }

  /** What fills the path, most of the time, and some others, in an order that is mostly right. */
  private static Arbitrary<List<Parameter>> parameters(Kind kind, String path) {
    Arbitrary<List<Parameter>> filling =
        path.contains("{id}")
            ? Arbitraries.frequencyOf(
                Tuple.of(9, path(weighted(1, "id")).list().ofSize(1)),
                Tuple.of(1, path(weighted(6, "id", 1, "ID", 1, "1d", 1, "")).list().ofMaxSize(2)))
            : Arbitraries.frequencyOf(
                Tuple.of(30, Arbitraries.just(List.of())),
                Tuple.of(1, path(weighted(3, "id", 1, "i-d_1", 1, "é", 1, "1d")).list().ofSize(1)));
    Arbitrary<List<Parameter>> special =
        switch (kind) {
          case PLAIN -> other().list().ofMaxSize(1);
          case BODY -> mostlyOne(parameter("@Body", VALUE_TYPE));
          case FORM -> mostlyOne(field());
          case MULTIPART -> mostlyOne(part());
          case URL -> mostlyOne(parameter("@Url", URL_TYPE));
        };
    return Combinators.combine(filling, special, other().list().ofMaxSize(2), order())
        .as(RandomMethods::ordered);
  }

  private static List<Parameter> ordered(
      List<Parameter> filling, List<Parameter> special, List<Parameter> others, boolean right) {
    List<Parameter> all = new ArrayList<>(right ? filling : others);
    all.addAll(special);
    all.addAll(right ? others : filling);
    return all;
  }

  private static Arbitrary<Boolean> order() {
    return Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false));
  }

  private static Arbitrary<List<Parameter>> mostlyOne(Arbitrary<Parameter> parameter) {
    return Arbitraries.frequencyOf(
        Tuple.of(16, parameter.list().ofSize(1)),
        Tuple.of(3, parameter.list().ofSize(2)),
        Tuple.of(1, Arbitraries.just(List.of())));
  }

  private static Arbitrary<Parameter> path(Arbitrary<String> name) {
    return name.flatMap(text -> parameter("@Path(\"" + text + "\")", VALUE_TYPE));
  }

  private static Arbitrary<Parameter> field() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, parameter("@Field(\"a\")", VALUE_TYPE)),
        Tuple.of(1, parameter("@FieldMap", MAP_TYPE)));
  }

  private static Arbitrary<Parameter> part() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, parameter("@Part(\"a\")", PART_TYPE)),
        Tuple.of(1, parameter("@Part(\"é\")", PART_TYPE)),
        Tuple.of(1, parameter("@Part(\"a\\n\")", PART_TYPE)),
        Tuple.of(1, parameter("@Part(value = \"a\", encoding = \"é\")", PART_TYPE)),
        Tuple.of(1, parameter("@Part(encoding = \"é\")", RAW_PART_TYPE)),
        Tuple.of(6, parameter("@Part", RAW_PART_TYPE)),
        Tuple.of(5, parameter("@PartMap", MAP_TYPE)));
  }

  private static Arbitrary<Parameter> other() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, parameter("@Query(\"q\")", VALUE_TYPE)),
        Tuple.of(5, parameter("@QueryName", VALUE_TYPE)),
        Tuple.of(6, parameter("@QueryMap", MAP_TYPE)),
        Tuple.of(8, parameter("@Header(\"H\")", VALUE_TYPE)),
        Tuple.of(5, parameter("@HeaderMap", MAP_TYPE)),
        Tuple.of(12, parameter("@Tag", TAG_TYPE)),
        Tuple.of(1, parameter("@Body", VALUE_TYPE)),
        Tuple.of(1, parameter("@Url", URL_TYPE)),
        Tuple.of(1, path(weighted(2, "id", 1, "other", 1, "x-"))),
        Tuple.of(1, field()),
        Tuple.of(1, part()),
        Tuple.of(1, parameter("", VALUE_TYPE)),
        Tuple.of(1, parameter("@Deprecated", VALUE_TYPE)),
        Tuple.of(2, parameter("@Query(\"q\") @Deprecated", VALUE_TYPE)),
        Tuple.of(2, parameter("@Query(\"q\") @Header(\"H\")", VALUE_TYPE)));
  }

  private static Arbitrary<Parameter> parameter(String annotations, Arbitrary<String> type) {
    return type.map(each -> new Parameter(annotations, each));
  }

  private static Arbitrary<Result> results(String... pairs) {
    return Arbitraries.of(pairs)
        .map(pair -> pair.split("\\|", 2))
        .map(pair -> new Result(pair[0], pair[1]));
  }

  /** Weights and texts by turns. */
  private static Arbitrary<String> weighted(Object... weightsAndTexts) {
    List<Tuple2<Integer, String>> frequencies = new ArrayList<>();
    for (int i = 0; i < weightsAndTexts.length; i += 2) {
      frequencies.add(Tuple.of((Integer) weightsAndTexts[i], (String) weightsAndTexts[i + 1]));
    }
    return Arbitraries.frequency(frequencies);
  }
}
