package visibuild.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import visibuild.Scope;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.LibraryTypes;

/**
 * Writes what stands in for the client of an interface that has problems. The compile fails for
 * those; without the class, each mention of it would be reported as well.
 */
public final class PlaceholderWriter {
  private PlaceholderWriter() {}

  /** The source for an interface that was read. */
  public static JavaFile write(ApiInterface api) {
    return write(
        api.name(),
        api.scope(),
        api.isPublic(),
        !api.declaration().hidden(),
        api.context().hidesJavaLang());
  }

  /** Returns the source of a class that names no other. */
  public static JavaFile writeWithoutFactory(ApiInterface api) {
    return write(api.name(), api.scope(), api.isPublic(), false, true);
  }

  /**
   * The source: a class of the client's name that makes no client.
   *
   * @param canBeNamed whether a class beside it can name {@code api}
   * @param hidesJavaLang whether the package may have a type that hides one of {@code java.lang}
   */
  public static JavaFile write(
      ClassName api, Scope scope, boolean isPublic, boolean canBeNamed, boolean hidesJavaLang) {
    TypeSpec.Builder standIn =
        TypeSpec.classBuilder(ApiInterface.clientOf(api))
            .addJavadoc(
                "Stands in for the client of $L, which the compiler reported a problem of.",
                label(api))
            .addModifiers(Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (isPublic) {
      standIn.addModifiers(Modifier.PUBLIC);
    }
    if (canBeNamed) {
      standIn.addMethod(factory(api, scope, isPublic));
    }
    return JavaFile.builder(api.packageName(), standIn.build())
        .skipJavaLangImports(!hidesJavaLang)
        .build();
  }

  private static MethodSpec factory(ClassName api, Scope scope, boolean isPublic) {
    MethodSpec.Builder factory =
        MethodSpec.methodBuilder("create")
            .addModifiers(Modifier.STATIC)
            .returns(api)
            .addParameter(
                scope == Scope.READ ? LibraryTypes.READ_ACCESS : LibraryTypes.WRITE_ACCESS,
                "access")
            .addStatement(
                "throw new $T($S)",
                IllegalStateException.class,
                label(api) + " has a problem, which the compiler reported.");
    if (isPublic) {
      factory.addModifiers(Modifier.PUBLIC);
    }
    return factory.build();
  }

  private static String label(ClassName api) {
    return String.join(".", api.simpleNames());
  }
}
