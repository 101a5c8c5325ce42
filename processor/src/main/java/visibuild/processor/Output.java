package visibuild.processor;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;
import visibuild.processor.check.Problem;
import visibuild.processor.check.Rule;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.read.SourceAnchor;

/** Where files go: each comes from one interface alone, and says so to incremental builds. */
final class Output {
  private final Filer filer;
  private final Report report;

  Output(Filer filer, Report report) {
    this.filer = filer;
    this.report = report;
  }

  void write(JavaFile client, ApiInterface api, TypeElement origin) {
    String name = api.client().canonicalName();
    try {
      writeSource(client, name, origin);
    } catch (FilerException taken) {
      report.problem(
          new Problem(
              Rule.CLIENT_NAME_TAKEN,
              api.anchor(),
              "The client of %s would be %s, but there is a class of that name."
                  .formatted(api.label(), name),
              "Give one of them another name."));
    } catch (IOException failed) {
      report.problem(
          new Problem(
              Rule.INTERNAL_ERROR,
              api.anchor(),
              "The client of %s could not be written: %s"
                  .formatted(api.label(), failed.getMessage()),
              "Check that the folder for generated sources can be written to."));
    }
  }

  /** Writes {@code standIn}, where it can be: there is an error to read already. */
  void writeStandIn(JavaFile standIn, ApiInterface api, TypeElement origin) {
    try {
      writeSource(standIn, api.client().canonicalName(), origin);
    } catch (IOException itIsOnlyToKeepTheCompilerQuiet) {
      return;
    }
  }

  private void writeSource(JavaFile file, String name, TypeElement origin) throws IOException {
    String source = file.toString();
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
              new SourceAnchor(origin, null, null),
              "%s, which belongs to %s, could not be written: %s"
                  .formatted(place, origin.getQualifiedName(), failed.getMessage()),
              "Check that the folder for classes can be written to."));
    }
  }
}
