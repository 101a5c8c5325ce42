package visibuild.sample.cli;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import visibuild.Scope;
import visibuild.client.TicketPriority;

/** Converters of option values, with the values that the help lists. */
final class OptionValues {
  private OptionValues() {}

  /** Converts the value of {@code --priority}. */
  static final class Priority implements ITypeConverter<TicketPriority>, Iterable<String> {
    @Override
    public TicketPriority convert(String value) {
      return switch (value) {
        case "low" -> TicketPriority.LOW;
        case "medium" -> TicketPriority.MEDIUM;
        case "high" -> TicketPriority.HIGH;
        case "urgent" -> TicketPriority.URGENT;
        default ->
            throw new TypeConversionException(
                "'%s' is no priority; write low, medium, high or urgent".formatted(value));
      };
    }

    @Override
    public Iterator<String> iterator() {
      return List.of("low", "medium", "high", "urgent").iterator();
    }
  }

  /** Converts the value of {@code --sandbox}. */
  static final class SandboxScope implements ITypeConverter<Scope>, Iterable<String> {
    @Override
    public Scope convert(String value) {
      return switch (value) {
        case "read" -> Scope.READ;
        case "read-write" -> Scope.READ_WRITE;
        default ->
            throw new TypeConversionException(
                "'%s' is no scope; write read or read-write".formatted(value));
      };
    }

    @Override
    public Iterator<String> iterator() {
      return List.of("read", "read-write").iterator();
    }
  }
}
