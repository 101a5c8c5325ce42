package visibuild.sample.cli;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import visibuild.sample.records.TicketPriority;

/** Reads the value of {@code --priority}. */
final class Priority implements ITypeConverter<TicketPriority>, Iterable<String> {
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
