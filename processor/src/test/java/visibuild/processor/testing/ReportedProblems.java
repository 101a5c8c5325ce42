package visibuild.processor.testing;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import visibuild.processor.VisibuildProcessor;

/** Compiles sources and collects all diagnostics of the compiler and of the processor. */
public final class ReportedProblems {
  private ReportedProblems() {}

  /** Returns the messages, in which only the first line of each is kept. */
  public static List<String> in(JavaFileObject... sources) {
    return of(List.of(sources)).stream()
        .map(message -> message.lines().findFirst().orElse(""))
        .toList();
  }

  /** Returns the messages for an interface that reads and writes, with {@code members}. */
  public static List<String> inMembers(String members) {
    return in(
        Compiling.source(
            "Api",
            "@VisibuildApi(scope = Scope.READ_WRITE) interface Api { "
                + members
                + " @DELETE(\"rest\") void rest(); }"));
  }

  /** Returns the messages for a method that returns {@code Model}, with its source and others. */
  public static List<String> inModel(String model, String... annotations) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String annotation : annotations) {
      sources.add(annotation(annotation));
    }
    sources.add(JavaFileObjects.forSourceString("api.Model", "package api; " + model));
    sources.add(
        Compiling.source(
            "Api",
            "@VisibuildApi(scope = Scope.READ_WRITE) interface Api {"
                + " @POST(\"x\") Model send(@Body Model model); }"));
    return in(sources.toArray(JavaFileObject[]::new));
  }

  /** Declares the annotation type {@code name} with some usual attributes. */
  public static JavaFileObject annotation(String name) {
    String packageName = name.substring(0, name.lastIndexOf('.'));
    String simpleName = name.substring(name.lastIndexOf('.') + 1);
    String declaration =
        "public @interface "
            + simpleName
            + " { String value() default \"\"; String name() default \"\"; boolean force() default"
            + " false; }";
    return Character.isUpperCase(packageName.charAt(packageName.lastIndexOf('.') + 1))
        ? JavaFileObjects.forSourceString(
            packageName,
            "package "
                + packageName.substring(0, packageName.lastIndexOf('.'))
                + "; public @interface "
                + packageName.substring(packageName.lastIndexOf('.') + 1)
                + " { "
                + declaration
                + " }")
        : JavaFileObjects.forSourceString(name, "package " + packageName + "; " + declaration);
  }

  /** Returns all messages of the compiler and the processor about {@code sources}. */
  public static List<String> of(List<JavaFileObject> sources) {
    Compilation compilation =
        Compiling.compiler()
            .withOptions("-Xlint:-processing", "--release", "17")
            .withProcessors(new VisibuildProcessor())
            .compile(sources);
    return compilation.diagnostics().stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }
}
