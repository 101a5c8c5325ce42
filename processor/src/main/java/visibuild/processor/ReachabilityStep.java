package visibuild.processor;

import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import visibuild.processor.element.MoreElements;
import visibuild.processor.model.ReachabilityMetadata;
import visibuild.processor.reachability.NativeImageMetadata;
import visibuild.processor.reachability.ReachabilityOption;
import visibuild.processor.reachability.ReachabilityOption.Tool;
import visibuild.processor.reachability.ShrinkerRules;
import visibuild.processor.read.AdaptedTypes;
import visibuild.processor.read.EnumConstantBodies;
import visibuild.processor.read.ReachabilityReader;

/** Writes metadata about reflection for the interfaces that have a client. */
final class ReachabilityStep {
  private final ProcessingEnvironment environment;
  private final DiagnosticReporter report;

  ReachabilityStep(ProcessingEnvironment environment, DiagnosticReporter report) {
    this.environment = environment;
    this.report = report;
  }

  /**
   * Writes the files about reflection that the build wants for {@code interfaces}. Only in the last
   * round are all classes known that a record may consist of, those of other processors included.
   */
  void write(Set<String> interfaces) {
    Set<Tool> tools = tools(interfaces.iterator().next());
    if (tools.isEmpty()) {
      return;
    }
    ReachabilityReader reader =
        new ReachabilityReader(
            environment.getElementUtils(),
            environment.getTypeUtils(),
            AdaptedTypes.of(environment.getOptions()),
            EnumConstantBodies.seenBy(environment));
    SourceFileGenerator output = new SourceFileGenerator(environment.getFiler(), report);
    for (String name : interfaces) {
      TypeElement type = environment.getElementUtils().getTypeElement(name);
      try {
        ReachabilityMetadata reached = reader.read(type);
        if (tools.contains(Tool.SHRINKER)) {
          output.write(ShrinkerRules.placeOf(reached), ShrinkerRules.write(reached), type);
        }
        if (tools.contains(Tool.NATIVE_IMAGE)) {
          output.write(
              NativeImageMetadata.placeOf(reached), NativeImageMetadata.write(reached), type);
        }
      } catch (RuntimeException | StackOverflowError | LinkageError crash) {
        report.crash(type, crash);
      }
    }
  }

  private Set<Tool> tools(String anyInterface) {
    Map<String, String> options = environment.getOptions();
    if (ReachabilityOption.isSet(options)) {
      try {
        return ReachabilityOption.parse(options);
      } catch (IllegalArgumentException invalid) {
        report.invalidOption(invalid);
        return Set.of();
      }
    }
    Elements elements = environment.getElementUtils();
    TypeElement any = elements.getTypeElement(anyInterface);
    return MoreElements.exists(ReachabilityOption.ANDROID_CLASS, any, elements)
        ? Set.of(Tool.SHRINKER)
        : Set.of();
  }
}
