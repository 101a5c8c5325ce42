package visibuild.processor;

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
import visibuild.processor.element.MoreElements;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.policy.DescriptorFactory;
import visibuild.processor.policy.InvalidPolicyException;
import visibuild.processor.policy.PolicyCheckStep;
import visibuild.processor.policy.PolicyDiagnostic;
import visibuild.processor.reachability.ReachabilityOption;
import visibuild.processor.read.AdaptedTypes;
import visibuild.processor.read.InterfaceReader;
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
 * <p>The option {@code visibuild.reachability} selects files about reflection for R8 and for
 * GraalVM: {@code -Avisibuild.reachability=shrinker,native-image}. Without it, only a compilation
 * for Android gets some, those for R8.
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
    // javac calls a processor option unknown unless a processor that declares it has run. Claiming
    // every annotation makes this one run where a compilation, such as a test's, has no interface.
    return hasOwnOption(processingEnv) ? Set.of("*") : Set.of("visibuild.VisibuildApi");
  }

  @Override
  public Set<String> getSupportedOptions() {
    Set<String> options = new LinkedHashSet<>(PolicyOptions.names());
    options.add(AdaptedTypes.OPTION);
    options.add(ReachabilityOption.NAME);
    return options;
  }

  private static boolean hasOwnOption(@Nullable ProcessingEnvironment environment) {
    if (environment != null) {
      for (String option : environment.getOptions().keySet()) {
        if (option.startsWith("visibuild.")) {
          return true;
        }
      }
    }
    return false;
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
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      sources.add(type.getQualifiedName().toString());
    }
    Set<TypeElement> interfaces = interfacesOf(round);
    if (interfaces.isEmpty() && written.isEmpty()) {
      return false;
    }
    DiagnosticReporter report =
        new DiagnosticReporter(
            processingEnv.getMessager(), ReturnTypeDiagnostics.in(processingEnv), reported);
    if (!interfaces.isEmpty()) {
      process(interfaces, round, report);
    }
    if (round.processingOver() && !round.errorRaised() && !written.isEmpty()) {
      new ReachabilityStep(processingEnv, report).write(written);
    }
    return false;
  }

  private void process(
      Set<TypeElement> interfaces, RoundEnvironment round, DiagnosticReporter report) {
    InterfaceReader reader =
        new InterfaceReader(
            interfaces.iterator().next(),
            processingEnv.getElementUtils(),
            processingEnv.getTypeUtils(),
            AdaptedTypes.of(processingEnv.getOptions()),
            type -> sources.contains(type.getQualifiedName().toString()),
            trees);
    for (TypeElement type : interfaces) {
      if (round.processingOver()) {
        reportPart(type, reader, report, !round.errorRaised());
      } else {
        process(type, reader, report);
      }
    }
  }

  private Set<TypeElement> interfacesOf(RoundEnvironment round) {
    Set<TypeElement> interfaces = new LinkedHashSet<>();
    for (String name : deferred) {
      interfaces.add(processingEnv.getElementUtils().getTypeElement(name));
    }
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
   * Reports the problems of complete methods, and the missing types that the compiler does not
   * report: those that only a class file names. Other errors may have caused them.
   */
  private static void reportPart(
      TypeElement type, InterfaceReader reader, DiagnosticReporter report, boolean alone) {
    try {
      ReadResult.Partial part = reader.readPart(type);
      if (alone) {
        part.missing().stream()
            .filter(ReadResult.Deferred::isUnreported)
            .forEach(missing -> report.missingType(type, missing));
      }
      part.api()
          .map(part.missing().isEmpty() ? Rules::problemsOf : Rules::problemsOfPart)
          .ifPresent(problems -> problems.forEach(report::problem));
    } catch (RuntimeException | StackOverflowError | LinkageError crash) {
      report.crash(type, crash);
    }
  }

  private void checkAndWrite(ApiInterface api, TypeElement type, DiagnosticReporter report) {
    List<Problem> problems = Rules.problemsOf(api);
    boolean hasError = false;
    for (Problem problem : problems) {
      report.problem(problem);
      hasError |= problem.rule().isError();
    }
    if (!hasError) {
      SourceFileGenerator output = new SourceFileGenerator(processingEnv.getFiler(), report);
      output.write(ClientWriter.write(api), api, type);
      Descriptor descriptor = DescriptorFactory.of(api);
      output.write(
          DescriptorFile.FOLDER + descriptor.api() + ".json",
          DescriptorFile.write(descriptor),
          type);
      for (PolicyDiagnostic violation : policyStep(report).breachesOf(api, descriptor)) {
        report.policyProblem(violation);
      }
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
