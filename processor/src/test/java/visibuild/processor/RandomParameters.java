package visibuild.processor;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import visibuild.processor.RandomMethod.Parameter;

/** Makes parameters that mostly go together. */
final class RandomParameters {
  /** What a method is about. */
  enum Kind {
    PLAIN,
    BODY,
    FORM,
    MULTIPART,
    URL
  }

  private RandomParameters() {}

  /** What fills the path, most of the time, and some others, in an order that is mostly right. */
  static Arbitrary<List<Parameter>> of(Kind kind, String path) {
    Arbitrary<List<Parameter>> filling =
        path.contains("{id}")
            ? Arbitraries.frequencyOf(
                Tuple.of(9, path(WeightedChoice.texts("1 id")).list().ofSize(1)),
                Tuple.of(
                    1, path(WeightedChoice.texts("6 id | 1 ID | 1 1d | 1")).list().ofMaxSize(2)))
            : Arbitraries.frequencyOf(
                Tuple.of(30, Arbitraries.just(List.of())),
                Tuple.of(
                    1, path(WeightedChoice.texts("3 id | 1 i-d_1 | 1 é | 1 1d")).list().ofSize(1)));
    Arbitrary<List<Parameter>> special =
        switch (kind) {
          case PLAIN -> other().list().ofMaxSize(1);
          case BODY -> mostlyOne(parameter("@Body", RandomTypes.VALUE));
          case FORM -> mostlyOne(field());
          case MULTIPART -> mostlyOne(part());
          case URL -> mostlyOne(parameter("@Url", RandomTypes.URL));
        };
    return Combinators.combine(filling, special, other().list().ofMaxSize(2), order())
        .as(RandomParameters::ordered);
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
    return name.flatMap(text -> parameter("@Path(\"" + text + "\")", RandomTypes.VALUE));
  }

  private static Arbitrary<Parameter> field() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, parameter("@Field(\"a\")", RandomTypes.VALUE)),
        Tuple.of(1, parameter("@FieldMap", RandomTypes.MAP)));
  }

  private static Arbitrary<Parameter> part() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, parameter("@Part(\"a\")", RandomTypes.PART)),
        Tuple.of(1, parameter("@Part(\"é\")", RandomTypes.PART)),
        Tuple.of(1, parameter("@Part(\"a\\n\")", RandomTypes.PART)),
        Tuple.of(1, parameter("@Part(value = \"a\", encoding = \"é\")", RandomTypes.PART)),
        Tuple.of(1, parameter("@Part(encoding = \"é\")", RandomTypes.RAW_PART)),
        Tuple.of(6, parameter("@Part", RandomTypes.RAW_PART)),
        Tuple.of(5, parameter("@PartMap", RandomTypes.MAP)));
  }

  private static Arbitrary<Parameter> other() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, parameter("@Query(\"q\")", RandomTypes.VALUE)),
        Tuple.of(5, parameter("@QueryName", RandomTypes.VALUE)),
        Tuple.of(6, parameter("@QueryMap", RandomTypes.MAP)),
        Tuple.of(8, parameter("@Header(\"H\")", RandomTypes.VALUE)),
        Tuple.of(5, parameter("@HeaderMap", RandomTypes.MAP)),
        Tuple.of(12, parameter("@Tag", RandomTypes.TAG)),
        Tuple.of(1, parameter("@Body", RandomTypes.VALUE)),
        Tuple.of(1, parameter("@Url", RandomTypes.URL)),
        Tuple.of(1, path(WeightedChoice.texts("2 id | 1 other | 1 x-"))),
        Tuple.of(1, field()),
        Tuple.of(1, part()),
        Tuple.of(1, parameter("", RandomTypes.VALUE)),
        Tuple.of(1, parameter("@Deprecated", RandomTypes.VALUE)),
        Tuple.of(2, parameter("@Query(\"q\") @Deprecated", RandomTypes.VALUE)),
        Tuple.of(2, parameter("@Query(\"q\") @Header(\"H\")", RandomTypes.VALUE)));
  }

  private static Arbitrary<Parameter> parameter(String annotations, Arbitrary<String> type) {
    return type.map(each -> new Parameter(annotations, each));
  }
}
