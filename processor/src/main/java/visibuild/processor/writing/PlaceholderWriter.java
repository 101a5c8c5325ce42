package visibuild.processor.writing;

import com.palantir.javapoet.ClassName;
import java.util.Set;
import visibuild.Scope;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.JavaLiterals;
import visibuild.processor.model.LibraryTypes;

/**
 * Writes what stands in for the client of an interface that has problems. The compile fails for
 * those; without the class, each mention of it would be reported as well.
 */
public final class PlaceholderWriter {
  private static final ClassName ILLEGAL_STATE = ClassName.get(IllegalStateException.class);

  private PlaceholderWriter() {}

  /** The source for an interface that was read. */
  public static String write(ApiInterface api) {
    return write(
        api.name(),
        api.scope(),
        api.isPublic(),
        !api.declaration().hidden(),
        api.context().hidesJavaLang());
  }

  /** Returns the source of a class that names no other. */
  public static String writeWithoutFactory(ApiInterface api) {
    return write(api.name(), api.scope(), api.isPublic(), false, true);
  }

  /**
   * The source: a class of the client's name that makes no client.
   *
   * @param canBeNamed whether a class beside it can name {@code api}
   * @param hidesJavaLang whether the package may have a type that hides one of {@code java.lang}
   */
  public static String write(
      ClassName api, Scope scope, boolean isPublic, boolean canBeNamed, boolean hidesJavaLang) {
    ClassName standIn = ApiInterface.clientOf(api);
    SourceBuilder source =
        new SourceBuilder(new ClassNames(standIn, Set.of(), Set.of(), false))
            .line("/**")
            .add(" * Stands in for the client of ")
            .line(label(api) + ", which the compiler reported a problem of.")
            .line(" */")
            .add(isPublic ? "public final class " : "final class ")
            .line(standIn.simpleName() + " {")
            .indent(1)
            .line("private " + standIn.simpleName() + "() {")
            .line("}");
    if (canBeNamed) {
      writeFactory(api, scope, isPublic, source.line(""));
    }
    return source.indent(-1).line("}").build(api.packageName(), hidesJavaLang);
  }

  private static void writeFactory(
      ClassName api, Scope scope, boolean isPublic, SourceBuilder source) {
    source
        .add(isPublic ? "public static " : "static ")
        .add(api)
        .add(" create(")
        .add(scope == Scope.READ ? LibraryTypes.READ_ACCESS : LibraryTypes.WRITE_ACCESS)
        .line(" access) {")
        .indent(1)
        .add("throw new ")
        .add(ILLEGAL_STATE)
        .add("(")
        .add(JavaLiterals.of(label(api) + " has a problem, which the compiler reported."))
        .line(");")
        .indent(-1)
        .line("}");
  }

  private static String label(ClassName api) {
    return String.join(".", api.simpleNames());
  }
}
