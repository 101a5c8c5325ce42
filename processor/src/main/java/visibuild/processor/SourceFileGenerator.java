package visibuild.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;
import visibuild.VisibuildApi;
import visibuild.processor.element.Visibility;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.read.ElementLocation;
import visibuild.processor.validation.Problem;
import visibuild.processor.validation.Rule;
import visibuild.processor.writing.ObscuredNames;
import visibuild.processor.writing.PlaceholderWriter;

/**
 * Writes the generated files. Each file has one originating interface, which incremental builds
 * rely on.
 */
final class SourceFileGenerator {
  private final Filer filer;
  private final DiagnosticReporter report;

  SourceFileGenerator(Filer filer, DiagnosticReporter report) {
    this.filer = filer;
    this.report = report;
  }

  /** Writes the client of {@code api}, or reports the name that makes its source ambiguous. */
  void write(String client, ApiInterface api, TypeElement origin) {
    Optional<String> obscured = ObscuredNames.find(client, api.context().obscuredPackages());
    if (obscured.isPresent()) {
      reportObscured(obscured.get(), api);
      writeStandIn(PlaceholderWriter.writeWithoutFactory(api), origin);
      return;
    }
    String name = api.client().canonicalName();
    try {
      writeSource(client, name, origin);
    } catch (FilerException taken) {
      report.problem(
          new Problem(
              Rule.CLIENT_NAME_TAKEN,
              api.location(),
              "The client of %s would be %s, but there is a class of that name."
                  .formatted(api.label(), name),
              "Give one of them another name; or, if it is the client from an earlier compilation,"
                  + " remove the folder of generated sources from the sources."));
    } catch (IOException failed) {
      report.problem(
          new Problem(
              Rule.INTERNAL_ERROR,
              api.location(),
              "The client of %s could not be written: %s"
                  .formatted(api.label(), failed.getMessage()),
              "Check that the folder for generated sources can be written to."));
    }
  }

  private void reportObscured(String name, ApiInterface api) {
    String obscuring = name.substring(0, name.indexOf('.'));
    report.problem(
        new Problem(
            Rule.INACCESSIBLE_TYPE,
            api.location(),
            "The client of %s has to name %s, but a type or constant called %s obscures that package."
                .formatted(api.label(), name, obscuring),
            "Rename the type or constant %s.".formatted(obscuring)));
  }

  /** Writes {@code standIn}, where it can be: there is an error to read already. */
  void writeStandIn(JavaFile standIn, TypeElement origin) {
    String name = ApiInterface.clientOf(ClassName.get(origin)).canonicalName();
    try {
      writeSource(standIn.toString(), name, origin);
    } catch (IOException itIsOnlyToKeepTheCompilerQuiet) {
      return;
    }
  }

  /**
   * Writes a placeholder for an interface on which the processor failed, from javac's element
   * alone; this may fail again.
   */
  void writeStandIn(TypeElement origin) {
    try {
      Visibility visibility = Visibility.effectiveVisibilityOfElement(origin);
      writeStandIn(
          PlaceholderWriter.write(
              ClassName.get(origin),
              origin.getAnnotation(VisibuildApi.class).scope(),
              visibility == Visibility.PUBLIC,
              visibility != Visibility.PRIVATE && origin.getTypeParameters().isEmpty(),
              true),
          origin);
    } catch (RuntimeException | StackOverflowError | LinkageError again) {
      return;
    }
  }

  private void writeSource(String source, String name, TypeElement origin) throws IOException {
    try (Writer writer = filer.createSourceFile(name, origin).openWriter()) {
      writer.write(source);
    }
  }

  /** Writes {@code content} to {@code place} in the class output. */
  void write(String place, String content, TypeElement origin) {
    try (OutputStream file =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", place, origin).openOutputStream()) {
      file.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      report.problem(
          new Problem(
              Rule.INTERNAL_ERROR,
              new ElementLocation(origin, null, null),
              "%s, which belongs to %s, could not be written: %s"
                  .formatted(place, origin.getQualifiedName(), failed.getMessage()),
              "Check that the folder for classes can be written to."));
    }
  }
}
