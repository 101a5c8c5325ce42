package visibuild.processor;

import com.google.auto.common.MoreElements;
import com.google.auto.service.AutoService;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import net.ltgt.gradle.incap.IncrementalAnnotationProcessor;
import net.ltgt.gradle.incap.IncrementalAnnotationProcessorType;
import org.jspecify.annotations.Nullable;
import visibuild.VisibuildApi;
import visibuild.policy.Descriptor;
import visibuild.policy.DescriptorFile;
import visibuild.policy.PolicyOptions;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ReachabilityMetadata;
import visibuild.processor.policy.DescriptorFactory;
import visibuild.processor.policy.InvalidPolicyException;
import visibuild.processor.policy.PolicyCheckStep;
import visibuild.processor.reachability.NativeImageMetadata;
import visibuild.processor.reachability.ShrinkerRules;
import visibuild.processor.read.AdaptedTypes;
import visibuild.processor.read.EnumConstantBodies;
import visibuild.processor.read.InterfaceReader;
import visibuild.processor.read.ReachabilityReader;
import visibuild.processor.read.ReadResult;
import visibuild.processor.read.SourceTrees;
import visibuild.processor.validation.Problem;
import visibuild.processor.validation.Rules;
import visibuild.processor.writing.ClientWriter;
import visibuild.processor.writing.PlaceholderWriter;

/**
 * Writes a client for each interface with {@link VisibuildApi}. javac finds it on the processor
 * path.
 *
 * <p>An interface that names a type which is not there yet waits for the next round: another
 * processor may write it.
 *
 * <p>The option {@code visibuild.callAdapterTypes} names return types that call adapters of the
 * program's make, where they are not of a library that the processor knows: {@code
 * -Avisibuild.callAdapterTypes=io.smallrye.mutiny.Uni,io.smallrye.mutiny.Multi}.
 *
 * @since 0.1
 */
@AutoService(Processor.class)
@IncrementalAnnotationProcessor(IncrementalAnnotationProcessorType.ISOLATING)
public final class VisibuildProcessor extends AbstractProcessor {
  private final Set<String> deferred = new LinkedHashSet<>();
  private final Set<String> written = new LinkedHashSet<>();
  private final Set<String> sources = new HashSet<>();
  private final Set<Problem> reported = new HashSet<>();
  private SourceTrees trees = SourceTrees.UNKNOWN;
  private @Nullable PolicyCheckStep policyStep;

  /** Made by javac. */
  public VisibuildProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(VisibuildApi.class.getName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    Set<String> options = new LinkedHashSet<>(PolicyOptions.names());
    options.add(AdaptedTypes.OPTION);
    return options;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    trees = SourceTrees.in(environment);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(round.getRootElements())
        .forEach(type -> sources.add(type.getQualifiedName().toString()));
    InterfaceReader reader =
        new InterfaceReader(
            processingEnv.getElementUtils(),
            processingEnv.getTypeUtils(),
            AdaptedTypes.of(processingEnv.getOptions()),
            type -> sources.contains(type.getQualifiedName().toString()),
            trees);
    DiagnosticReporter report =
        new DiagnosticReporter(
            processingEnv.getMessager(), ReturnTypeDiagnostics.in(processingEnv), reported);
    Set<TypeElement> interfaces = interfacesOf(round);
    if (!round.processingOver()) {
      interfaces.forEach(type -> process(type, reader, report));
    } else {
      interfaces.forEach(type -> reportPart(type, reader, report, !round.errorRaised()));
      if (!round.errorRaised()) {
        writeReached(report);
      }
    }
    return false;
  }

  private Set<TypeElement> interfacesOf(RoundEnvironment round) {
    Set<TypeElement> interfaces = new LinkedHashSet<>();
    deferred.stream().map(processingEnv.getElementUtils()::getTypeElement).forEach(interfaces::add);
    deferred.clear();
    for (Element annotated : round.getElementsAnnotatedWith(VisibuildApi.class)) {
      interfaces.add(MoreElements.asType(annotated));
    }
    return interfaces;
  }

  private void process(TypeElement type, InterfaceReader reader, DiagnosticReporter report) {
    try {
      ReadResult reading = reader.read(type);
      if (reading instanceof ReadResult.Complete complete) {
        checkAndWrite(complete.api(), type, report);
      } else {
        deferred.add(type.getQualifiedName().toString());
      }
    } catch (RuntimeException | StackOverflowError | LinkageError crash) {
      report.crash(type, crash);
      new SourceFileGenerator(processingEnv.getFiler(), report).writeStandIn(type);
    }
  }

  /**
   * Reports what is wrong with the methods that are whole, and what is not there; but that only if
   * nothing else went wrong, since it may not have been written for that.
   */
  private static void reportPart(
      TypeElement type, InterfaceReader reader, DiagnosticReporter report, boolean alone) {
    try {
      ReadResult.Partial part = reader.readPart(type);
      if (alone) {
        part.missing().stream()
            .filter(missing -> !missing.missing().isEmpty())
            .forEach(missing -> report.missingType(type, missing));
      }
      part.api()
          .map(part.missing().isEmpty() ? Rules::problemsOf : Rules::problemsOfPart)
          .ifPresent(problems -> problems.forEach(report::problem));
    } catch (RuntimeException | StackOverflowError | LinkageError crash) {
      report.crash(type, crash);
    }
  }

  /** In the last round all is there that a record may be made of, other processors' work too. */
  private void writeReached(DiagnosticReporter report) {
    ReachabilityReader reader =
        new ReachabilityReader(
            processingEnv.getElementUtils(),
            processingEnv.getTypeUtils(),
            AdaptedTypes.of(processingEnv.getOptions()),
            EnumConstantBodies.seenBy(processingEnv));
    SourceFileGenerator output = new SourceFileGenerator(processingEnv.getFiler(), report);
    for (String name : written) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      try {
        ReachabilityMetadata reached = reader.read(type);
        output.write(ShrinkerRules.placeOf(reached), ShrinkerRules.write(reached), type);
        output.write(
            NativeImageMetadata.placeOf(reached), NativeImageMetadata.write(reached), type);
      } catch (RuntimeException | StackOverflowError | LinkageError crash) {
        report.crash(type, crash);
      }
    }
  }

  private void checkAndWrite(ApiInterface api, TypeElement type, DiagnosticReporter report) {
    List<Problem> problems = Rules.problemsOf(api);
    problems.forEach(report::problem);
    if (problems.stream().noneMatch(problem -> problem.rule().isError())) {
      SourceFileGenerator output = new SourceFileGenerator(processingEnv.getFiler(), report);
      output.write(ClientWriter.write(api), api, type);
      Descriptor descriptor = DescriptorFactory.of(api);
      output.write(
          DescriptorFile.FOLDER + descriptor.api() + ".json",
          DescriptorFile.write(descriptor),
          type);
      policyStep(report).breachesOf(api, descriptor).forEach(report::policyProblem);
      written.add(type.getQualifiedName().toString());
    } else {
      new SourceFileGenerator(processingEnv.getFiler(), report)
          .writeStandIn(PlaceholderWriter.write(api), type);
    }
  }

  /** Read once, and only if there is something to permit. */
  private PolicyCheckStep policyStep(DiagnosticReporter report) {
    if (policyStep == null) {
      try {
        policyStep =
            PolicyCheckStep.of(
                processingEnv.getOptions(), getSupportedOptions(), Clock.systemUTC());
      } catch (InvalidPolicyException unusablePolicy) {
        report.unusablePolicy(unusablePolicy);
        policyStep = PolicyCheckStep.ALL;
      }
    }
    return policyStep;
  }
}
