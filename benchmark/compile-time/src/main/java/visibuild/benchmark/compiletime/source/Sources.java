package visibuild.benchmark.compiletime.source;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes units of work: each is the dialect's interface or class, and a record. */
public final class Sources {
  private static final int UNITS_IN_A_PACKAGE = 50;

  private static final String RECORD =
      """
      import java.time.Instant;

      /** A ticket. */
      public record TicketNNNN(
          String id,
          String title,
          String projectId,
          String description,
          int revision,
          boolean closed,
          Instant createdAt,
          Instant updatedAt) {}
      """;

  private Sources() {}

  /** The sources of {@code units} units in {@code dialect}. */
  public static List<SourceFile> of(Dialect dialect, int units) {
    return IntStream.range(0, units).boxed().flatMap(unit -> unit(dialect, unit)).toList();
  }

  private static Stream<SourceFile> unit(Dialect dialect, int unit) {
    return Stream.of(
        file(unit, dialect.unitName(), dialect.unit()), file(unit, "TicketNNNN", RECORD));
  }

  private static SourceFile file(int unit, String name, String text) {
    String number = "%04d".formatted(unit);
    String part = "part" + unit / UNITS_IN_A_PACKAGE;
    return new SourceFile(
        "tickets/%s/%s.java".formatted(part, name.replace("NNNN", number)),
        "package tickets.%s;\n\n%s".formatted(part, text.replace("NNNN", number)));
  }
}
