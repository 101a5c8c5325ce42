package visibuild.processor.read;

import javax.annotation.processing.ProcessingEnvironment;
import visibuild.processor.jackson.FieldInitializers;
import visibuild.processor.jackson.LombokConfig;

/** The facts that only the syntax trees of a compiler show. One instance for a compilation. */
public record SourceTrees(
    Positions positions,
    FieldInitializers initializers,
    WrittenMethods methods,
    LombokConfig lombok) {
  /** For a compiler that gives no access to its trees. */
  public static final SourceTrees UNKNOWN =
      new SourceTrees(
          Positions.UNKNOWN,
          FieldInitializers.UNKNOWN,
          WrittenMethods.UNKNOWN,
          LombokConfig.UNKNOWN);

  /** Returns the trees of the compiler of {@code environment}, as far as it shows them. */
  public static SourceTrees in(ProcessingEnvironment environment) {
    return new SourceTrees(
        Positions.in(environment),
        FieldInitializers.in(environment),
        WrittenMethods.in(environment),
        LombokConfig.in(environment));
  }
}
