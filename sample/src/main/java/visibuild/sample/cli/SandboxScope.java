package visibuild.sample.cli;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import visibuild.Scope;

/** Reads the scope of {@code --sandbox}. */
final class SandboxScope implements ITypeConverter<Scope>, Iterable<String> {
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
