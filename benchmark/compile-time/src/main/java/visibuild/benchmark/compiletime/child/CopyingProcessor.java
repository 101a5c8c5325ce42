package visibuild.benchmark.compiletime.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Writes clients that were written before, and does nothing else: what javac itself charges for
 * sources that come from a processor.
 */
public final class CopyingProcessor extends AbstractProcessor {
  /** The option that names the folder with the clients. */
  public static final String FOLDER = "copies";

  /** Made by javac. */
  public CopyingProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("visibuild.VisibuildApi");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(FOLDER);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      round.getElementsAnnotatedWith(annotation).forEach(this::copy);
    }
    return false;
  }

  private void copy(Element api) {
    String name = api + "Client";
    Path copies = Path.of(Objects.requireNonNull(processingEnv.getOptions().get(FOLDER)));
    try (Writer client = processingEnv.getFiler().createSourceFile(name, api).openWriter()) {
      client.write(Files.readString(copies.resolve(name.replace('.', '/') + ".java")));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
