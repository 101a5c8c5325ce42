package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.Map;
import java.util.Set;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Trait;

/** Types that hold no data, such as streams of bytes, threads and streams of numbers. */
final class NoDataTypes {
  private static final Set<String> BYTES_ONLY =
      Set.of(
          "java.io.Closeable",
          "java.io.OutputStream",
          "java.io.Writer",
          "java.lang.AutoCloseable",
          "okhttp3.RequestBody");

  private static final Set<String> SEVERAL =
      Set.of("java.util.Enumeration", "java.util.Spliterator");

  /** By stream of numbers, the type of its elements. */
  private static final Map<String, String> NUMBERS =
      Map.of(
          "java.util.stream.IntStream", "Integer",
          "java.util.stream.LongStream", "Long",
          "java.util.stream.DoubleStream", "Double");

  private NoDataTypes() {}

  /**
   * Returns the type to return instead of {@code type}, which is no data.
   *
   * @param whole the return type, of which {@code type} is a part
   */
  static String remedyFor(TypeUse whole, TypeUse type, SourceLanguage language) {
    if (type.has(Trait.ASYNCHRONOUS) && whole.equals(type)) {
      return asynchronous(type, language);
    }
    if (type.has(Trait.STREAM) || BYTES_ONLY.contains(nameOf(type))) {
      return UnsupportedReturnTypes.BYTES;
    }
    if (nameOf(type).equals("java.lang.Runnable") || nameOf(type).equals("java.lang.Thread")) {
      return UnsupportedReturnTypes.NOTHING;
    }
    String number = NUMBERS.get(nameOf(type));
    if (number != null) {
      return "Return %s."
          .formatted(UnsupportedReturnTypes.replaced(whole, type, "List<" + number + ">"));
    }
    if (type.arguments().size() == 1 && !type.argument().isOpen()) {
      String content = type.argument().label();
      boolean several = SEVERAL.contains(nameOf(type));
      return "Return %s."
          .formatted(
              UnsupportedReturnTypes.replaced(
                  whole, type, several ? "List<" + content + ">" : content));
    }
    return "Write the type of the value that the JSON holds.";
  }

  private static String asynchronous(TypeUse type, SourceLanguage language) {
    boolean holds = type.arguments().size() == 1 && !type.argument().isOpen();
    String content = language.type(holds ? type.argument().label() : "Ticket");
    return (language == SourceLanguage.KOTLIN
            ? "Declare a suspend function that returns %s".formatted(content)
            : "Return CompletableFuture<%s>".formatted(content))
        + "; or, if a call adapter of yours makes it, name it in the processor's option:"
        + " -Avisibuild.callAdapterTypes=%s".formatted(type.erasure());
  }

  private static String nameOf(TypeUse type) {
    return type.name().map(ClassName::canonicalName).orElse("");
  }
}
