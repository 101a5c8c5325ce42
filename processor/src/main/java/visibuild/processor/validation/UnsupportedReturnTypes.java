package visibuild.processor.validation;

import static java.util.Map.entry;

import com.palantir.javapoet.ClassName;
import java.util.Map;
import java.util.Optional;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.ReturnShape;
import visibuild.processor.model.ReturnShape.Execution;
import visibuild.processor.model.ReturnShape.Kind;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Trait;

/** The answers that no client can make, and what to write instead of each. */
final class UnsupportedReturnTypes {
  private static final String ALL =
      "Return List<%1$s> for one answer, or Paged<%1$s> for all pages.";
  private static final String ALONE =
      "Return Paged<%1$s> or CompletableFuture<Paged<%1$s>>, and nothing else around it.";
  private static final String BYTES =
      "Return okhttp3.ResponseBody, whose byteStream() and charStream() are the answer as it comes.";
  private static final String FUTURE = "Return CompletableFuture<%1$s>.";
  private static final String NOTHING =
      "Return void, CompletableFuture<Void>, Response<Void> or Call<Void>.";
  private static final String RESPONSE =
      "Return Response<%1$s> of Retrofit, or CompletableFuture<Response<%1$s>>.";

  /** For each type, what to write instead; {@code %1$s} stands for the type of the answer in it. */
  private static final Map<ClassName, String> INSTEAD =
      Map.ofEntries(
          entry(LibraryTypes.RESPONSE, RESPONSE),
          entry(LibraryTypes.OKHTTP_RESPONSE, RESPONSE),
          entry(
              LibraryTypes.RESPONSE_BODY,
              "Return ResponseBody; or Response, Optional, CompletableFuture or Call of it."),
          entry(ClassName.get("okhttp3", "Call"), "Return Call<%1$s> of Retrofit: retrofit2.Call."),
          entry(LibraryTypes.CALL, "Return Call<%1$s> and nothing around it."),
          entry(LibraryTypes.PAGED, ALONE),
          entry(LibraryTypes.PAGE, "Return Paged<%1$s>: its pages() are the pages."),
          entry(
              LibraryTypes.OPTIONAL, "Return Optional<%1$s> or CompletableFuture<Optional<%1$s>>."),
          entry(ClassName.get("java.util", "OptionalInt"), "Return Optional<Integer>."),
          entry(ClassName.get("java.util", "OptionalLong"), "Return Optional<Long>."),
          entry(ClassName.get("java.util", "OptionalDouble"), "Return Optional<Double>."),
          entry(LibraryTypes.BOXED_VOID, NOTHING),
          entry(LibraryTypes.UNIT, NOTHING),
          entry(ClassName.get("java.io", "InputStream"), BYTES),
          entry(ClassName.get("java.io", "Reader"), BYTES),
          entry(ClassName.get("java.io", "File"), BYTES),
          entry(ClassName.get("java.nio.file", "Path"), BYTES),
          entry(ClassName.get("java.util.stream", "Stream"), ALL),
          entry(ClassName.get("java.util", "Iterator"), ALL),
          entry(ClassName.get("java.lang", "Iterable"), ALL),
          entry(LibraryTypes.COMPLETABLE_FUTURE, FUTURE),
          entry(ClassName.get("java.util.concurrent", "CompletionStage"), FUTURE),
          entry(ClassName.get("java.util.concurrent", "Future"), FUTURE),
          entry(ClassName.get("java.util.concurrent", "Flow", "Publisher"), FUTURE),
          entry(ClassName.get("org.reactivestreams", "Publisher"), FUTURE));

  private UnsupportedReturnTypes() {}

  /** What to write instead of {@code answer}; empty if it can be made. */
  static Optional<String> instead(ReturnShape shape) {
    if (shape.content().isEmpty()) {
      return Optional.empty();
    }
    TypeUse type = shape.content().get();
    if (shape.execution() == Execution.SUSPENDING && waits(shape, type)) {
      TypeUse whole = shape.kind() == Kind.CALL ? type : type.argument();
      return Optional.of("Return %s: a suspend function waits by itself.".formatted(whole.label()));
    }
    return switch (shape.kind()) {
      case CALL ->
          shape.execution() == Execution.FUTURE
              ? Optional.of(FUTURE.formatted(type.label()))
              : insteadOfWhole(type);
      case RESPONSE ->
          type.is(LibraryTypes.OPTIONAL)
              ? Optional.of(
                  "Return Response<%s>: its code() is 404 where there is none."
                      .formatted(contentOf(type)))
              : insteadOfWhole(type);
      case ADAPTED -> insteadOfWhole(type);
      case OPTIONAL -> type.is(LibraryTypes.RESPONSE_BODY) ? Optional.empty() : insteadOf(type);
      case VALUE, PAGED -> insteadOf(type);
      case BODY, VOID -> Optional.empty();
    };
  }

  private static boolean waits(ReturnShape shape, TypeUse type) {
    return shape.kind() == Kind.CALL
        || (type.arguments().size() == 1
            && (type.is(LibraryTypes.COMPLETABLE_FUTURE) || type.has(Trait.ADAPTED)));
  }

  /** Of an answer that is handed out whole, with or without a body. */
  private static Optional<String> insteadOfWhole(TypeUse type) {
    boolean any =
        type.is(LibraryTypes.BOXED_VOID)
            || type.is(LibraryTypes.UNIT)
            || type.is(LibraryTypes.RESPONSE_BODY);
    return any ? Optional.empty() : insteadOf(type);
  }

  /** The answer itself, or any part of it. */
  private static Optional<String> insteadOf(TypeUse type) {
    if (type.has(Trait.ADAPTED)) {
      return Optional.of("Return %s and nothing around it.".formatted(type.label()));
    }
    Optional<String> here = type.name().map(INSTEAD::get);
    if (here.isPresent()) {
      return here.map(text -> text.formatted(contentOf(type)));
    }
    return type.arguments().stream()
        .map(UnsupportedReturnTypes::insteadOf)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String contentOf(TypeUse type) {
    return type.arguments().isEmpty() ? "Ticket" : type.argument().label();
  }
}
