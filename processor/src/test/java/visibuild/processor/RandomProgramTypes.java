package visibuild.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The models and the annotation that a random program declares, each at a random place. */
final class RandomProgramTypes {
  /** The place of a declaration. */
  enum Place {
    PACKAGE,
    ENCLOSING,
    API,
    PARENT,
    BASE
  }

  /** The form of a model. */
  enum Form {
    RECORD,
    CLASS,
    ENUM,
    GENERIC,
    INNER
  }

  /**
   * A model.
   *
   * @param modifiers in front of its declaration
   * @param reference its name in the program, without type arguments
   */
  record Model(String name, Place place, Form form, String modifiers, String reference) {}

  private static final List<String> VALUES =
      List.of(
          "s = \"$L $$ $S %%\\n\\\"\u2028\\\\u0041\"",
          "s = \"*/ $Z $W $[\"",
          "c = '\\''",
          "c = '\\u2028'",
          "d = 1.0 / 0",
          "d = -0.0",
          "f = 0f / 0",
          "l = -9223372036854775808L",
          "b = (byte) -1",
          "h = (short) 7",
          "type = int[].class",
          "type = void.class",
          "list = {\"a\", \"\"}",
          "list = {}",
          "sub = @%1$s.Sub(1)",
          "e = %1$s.E.X",
          "value = \"only\"",
          "");

  private final RandomProgramNames names;
  private final RandomChoice random;
  private final List<Model> models = new ArrayList<>();
  private final Place placeOfMark;
  private final String mark;
  private final String modifiersOfMark;

  /**
   * Chooses the types.
   *
   * @param enclosing the path of the class around the interface, or empty
   * @param kind its kind, such as {@code class}
   * @param base whether that class extends one of another package
   */
  RandomProgramTypes(
      RandomProgramNames names,
      RandomChoice random,
      String api,
      String enclosing,
      String kind,
      String parent,
      boolean base) {
    this.names = names;
    this.random = random;
    List<Place> places = new ArrayList<>(List.of(Place.PACKAGE, Place.API));
    if (!enclosing.isEmpty()) {
      places.add(Place.ENCLOSING);
    }
    if (!parent.isEmpty()) {
      places.add(Place.PARENT);
    }
    int count = 2 + random.below(3);
    for (int i = 0; i < count; i++) {
      Place place = random.of(places);
      Form form = random.of(Form.RECORD, Form.RECORD, Form.CLASS, Form.ENUM, Form.GENERIC);
      String name =
          place == Place.PACKAGE ? names.topLevelType("Model" + i) : names.nestedType("Model" + i);
      String modifiers = modifiers(place, kind);
      if (place == Place.ENCLOSING && kind.equals("class") && random.oneIn(6)) {
        form = Form.INNER;
      } else if (form == Form.CLASS && place == Place.ENCLOSING) {
        modifiers += "static ";
      }
      String around =
          switch (place) {
            case PACKAGE, BASE -> "";
            case ENCLOSING -> enclosing + ".";
            case API -> api + ".";
            case PARENT -> parent + ".";
          };
      models.add(new Model(name, place, form, modifiers, around + name));
    }
    if (base) {
      models.add(new Model("Kept", Place.BASE, Form.RECORD, "protected ", enclosing + ".Kept"));
    }
    placeOfMark = random.of(places);
    mark = placeOfMark == Place.PACKAGE ? names.topLevelType("Mark") : names.nestedType("Mark");
    modifiersOfMark = modifiers(placeOfMark, kind);
  }

  private String modifiers(Place place, String kind) {
    return switch (place) {
      case PACKAGE -> random.of("", "public ");
      case ENCLOSING ->
          kind.equals("interface")
              ? ""
              : random.oneIn(12)
                  ? "private "
                  : kind.equals("class") && random.oneIn(4)
                      ? "protected "
                      : random.of("", "public ");
      default -> "";
    };
  }

  /** Returns the declarations that belong to {@code place}. */
  String declaredAt(Place place) {
    return namesAt(place).stream().map(this::declarationOf).collect(Collectors.joining());
  }

  String declarationOf(String name) {
    return models.stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .map(this::declaration)
        .orElseGet(this::markDeclaration);
  }

  /** Returns the names of the types at {@code place}, in the order of their declarations. */
  List<String> namesAt(Place place) {
    List<String> declared = new ArrayList<>();
    models.stream().filter(model -> model.place() == place).forEach(m -> declared.add(m.name()));
    if (placeOfMark == place) {
      declared.add(mark);
    }
    return declared;
  }

  private String declaration(Model model) {
    String string = names.string();
    String name = model.modifiers() + switchOn(model);
    return switch (model.form()) {
      case RECORD -> name + "(" + string + " id, int n) {}\n";
      case GENERIC -> name + "<T>(T value) {}\n";
      case CLASS, INNER -> name + " { public " + string + " id; }\n";
      case ENUM -> name + " { A, B }\n";
    };
  }

  private static String switchOn(Model model) {
    return switch (model.form()) {
          case RECORD, GENERIC -> "record ";
          case CLASS, INNER -> "class ";
          case ENUM -> "enum ";
        }
        + model.name();
  }

  private String markDeclaration() {
    String string = names.string();
    return """
        @%1$s(%2$s.RUNTIME) %3$s@interface %4$s {
          int n() default 0; %5$s s() default ""; char c() default 'c'; double d() default 0;
          float f() default 0; long l() default 0; byte b() default 0; short h() default 0;
          %6$s<?> type() default int.class; %5$s[] list() default {}; E e() default E.Y;
          Sub sub() default @Sub(0); %5$s[] value() default {};
          enum E { X, Y }
          @interface Sub { int value(); }
        }
        """
        .formatted(
            names.library("java.lang.annotation.Retention"),
            names.library("java.lang.annotation.RetentionPolicy"),
            modifiersOfMark,
            mark,
            string,
            names.library("java.lang.Class"));
  }

  /** Returns a use of the program's own annotation, or nothing where only a path would name it. */
  String markOutsideApi() {
    return placeOfMark == Place.API || placeOfMark == Place.PARENT ? "" : mark();
  }

  /** Returns a use of the program's own annotation inside the interface. */
  String mark() {
    return "@" + mark + "(" + random.of(VALUES).formatted(mark) + ") ";
  }

  /** Returns a type that can be decoded and encoded; never a primitive type. */
  String value() {
    if (random.oneIn(3)) {
      return random.of(names.string(), names.library("java.lang.Integer"), names.string() + "[]");
    }
    return of(random.of(models));
  }

  private String of(Model model) {
    return model.form() == Form.GENERIC
        ? model.reference() + "<" + random.of(names.string(), names.string() + "[]") + ">"
        : model.reference();
  }

  /** Returns the reference to a model that stands outside the interface, if there is one. */
  String valueOutsideApi() {
    return models.stream()
        .filter(model -> model.place() != Place.API)
        .map(this::of)
        .findFirst()
        .orElseGet(names::string);
  }
}
