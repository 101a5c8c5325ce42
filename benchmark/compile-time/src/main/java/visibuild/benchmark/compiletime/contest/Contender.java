package visibuild.benchmark.compiletime.contest;

import visibuild.benchmark.compiletime.source.Dialect;

/** The compared processors. */
public enum Contender {
  /** The interfaces alone. */
  PLAIN("no processor", Dialect.VISIBUILD, Work.NOTHING),
  /** A lower bound: the generated sources exist already and no processor runs. */
  LIMIT("no processor, generated sources at hand", Dialect.VISIBUILD, Work.GENERATED_BEFORE),
  /** The cost of any processor that writes these sources, since javac enters all classes again. */
  COPIES("a processor that copies them", Dialect.VISIBUILD, Work.COPY),
  VISIBUILD("**Visibuild for Java**", Dialect.VISIBUILD, Work.PROCESSOR),
  AVAJE("avaje-http-client-generator", Dialect.AVAJE, Work.PROCESSOR),
  AVAJE_PLAIN("avaje's interfaces, no processor", Dialect.AVAJE, Work.NOTHING),
  AUTO_VALUE("AutoValue", Dialect.AUTO_VALUE, Work.PROCESSOR),
  AUTO_VALUE_PLAIN("AutoValue's classes, no processor", Dialect.AUTO_VALUE, Work.NOTHING),
  MICRONAUT("Micronaut", Dialect.MICRONAUT, Work.PROCESSOR),
  MICRONAUT_PLAIN("Micronaut's interfaces, no processor", Dialect.MICRONAUT, Work.NOTHING);

  /** The work beyond compiling the sources. */
  public enum Work {
    NOTHING,
    GENERATED_BEFORE,
    COPY,
    PROCESSOR
  }

  private final String label;
  private final Dialect dialect;
  private final Work work;

  Contender(String label, Dialect dialect, Work work) {
    this.label = label;
    this.dialect = dialect;
    this.work = work;
  }

  /** As a table names it. */
  public String label() {
    return label;
  }

  Dialect dialect() {
    return dialect;
  }

  Work work() {
    return work;
  }

  /** The contender that compiles the same sources without a processor. */
  public Contender ownPlain() {
    return switch (dialect) {
      case VISIBUILD -> PLAIN;
      case AUTO_VALUE -> AUTO_VALUE_PLAIN;
      case AVAJE -> AVAJE_PLAIN;
      case MICRONAUT -> MICRONAUT_PLAIN;
    };
  }
}
