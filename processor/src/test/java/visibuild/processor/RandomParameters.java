package visibuild.processor;

import java.util.ArrayList;
import java.util.List;
import visibuild.processor.RandomMethod.Parameter;

/** Makes parameters that mostly go together. */
final class RandomParameters {
  /** The kind of a method. */
  enum Kind {
    PLAIN,
    BODY,
    FORM,
    MULTIPART,
    URL
  }

  private RandomParameters() {}

  /** Returns parameters that mostly fill the path, and some others, mostly in the right order. */
  static Generator<List<Parameter>> of(Kind kind, String path) {
    Generator<List<Parameter>> filling =
        path.contains("{id}")
            ? Generator.oneOf(
                Generator.weighted(9, path(Generator.texts("1 id")).listOf(1)),
                Generator.weighted(
                    1, path(Generator.texts("6 id | 1 ID | 1 1d | 1")).listOfAtMost(2)))
            : Generator.oneOf(
                Generator.weighted(30, Generator.just(List.of())),
                Generator.weighted(
                    1, path(Generator.texts("3 id | 1 i-d_1 | 1 é | 1 1d")).listOf(1)));
    Generator<List<Parameter>> special =
        switch (kind) {
          case PLAIN -> other().listOfAtMost(1);
          case BODY -> mostlyOne(parameter("@Body", RandomTypes.VALUE));
          case FORM -> mostlyOne(field());
          case MULTIPART -> mostlyOne(part());
          case URL -> mostlyOne(parameter("@Url", RandomTypes.URL));
        };
    return random ->
        ordered(
            filling.next(random),
            special.next(random),
            other().listOfAtMost(2).next(random),
            order().next(random));
  }

  private static List<Parameter> ordered(
      List<Parameter> filling, List<Parameter> special, List<Parameter> others, boolean right) {
    List<Parameter> all = new ArrayList<>(right ? filling : others);
    all.addAll(special);
    all.addAll(right ? others : filling);
    return all;
  }

  private static Generator<Boolean> order() {
    return Generator.oneOf(
        Generator.weighted(4, Generator.just(true)), Generator.weighted(1, Generator.just(false)));
  }

  private static Generator<List<Parameter>> mostlyOne(Generator<Parameter> parameter) {
    return Generator.oneOf(
        Generator.weighted(16, parameter.listOf(1)),
        Generator.weighted(3, parameter.listOf(2)),
        Generator.weighted(1, Generator.just(List.of())));
  }

  private static Generator<Parameter> path(Generator<String> name) {
    return name.flatMap(text -> parameter("@Path(\"" + text + "\")", RandomTypes.VALUE));
  }

  private static Generator<Parameter> field() {
    return Generator.oneOf(
        Generator.weighted(2, parameter("@Field(\"a\")", RandomTypes.VALUE)),
        Generator.weighted(1, parameter("@FieldMap", RandomTypes.MAP)));
  }

  private static Generator<Parameter> part() {
    return Generator.oneOf(
        Generator.weighted(8, parameter("@Part(\"a\")", RandomTypes.PART)),
        Generator.weighted(1, parameter("@Part(\"é\")", RandomTypes.PART)),
        Generator.weighted(1, parameter("@Part(\"a\\n\")", RandomTypes.PART)),
        Generator.weighted(
            1, parameter("@Part(value = \"a\", encoding = \"é\")", RandomTypes.PART)),
        Generator.weighted(1, parameter("@Part(encoding = \"é\")", RandomTypes.RAW_PART)),
        Generator.weighted(6, parameter("@Part", RandomTypes.RAW_PART)),
        Generator.weighted(5, parameter("@PartMap", RandomTypes.MAP)));
  }

  private static Generator<Parameter> other() {
    return Generator.oneOf(
        Generator.weighted(12, parameter("@Query(\"q\")", RandomTypes.VALUE)),
        Generator.weighted(5, parameter("@QueryName", RandomTypes.VALUE)),
        Generator.weighted(6, parameter("@QueryMap", RandomTypes.MAP)),
        Generator.weighted(8, parameter("@Header(\"H\")", RandomTypes.VALUE)),
        Generator.weighted(5, parameter("@HeaderMap", RandomTypes.MAP)),
        Generator.weighted(12, parameter("@Tag", RandomTypes.TAG)),
        Generator.weighted(1, parameter("@Body", RandomTypes.VALUE)),
        Generator.weighted(1, parameter("@Url", RandomTypes.URL)),
        Generator.weighted(1, path(Generator.texts("2 id | 1 other | 1 x-"))),
        Generator.weighted(1, field()),
        Generator.weighted(1, part()),
        Generator.weighted(1, parameter("", RandomTypes.VALUE)),
        Generator.weighted(1, parameter("@Deprecated", RandomTypes.VALUE)),
        Generator.weighted(2, parameter("@Query(\"q\") @Deprecated", RandomTypes.VALUE)),
        Generator.weighted(2, parameter("@Query(\"q\") @Header(\"H\")", RandomTypes.VALUE)));
  }

  private static Generator<Parameter> parameter(String annotations, Generator<String> type) {
    return type.map(each -> new Parameter(annotations, each));
  }
}
