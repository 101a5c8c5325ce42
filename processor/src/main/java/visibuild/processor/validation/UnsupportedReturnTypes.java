package visibuild.processor.validation;

import static java.util.Map.entry;

import com.palantir.javapoet.ClassName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.ReturnShape;
import visibuild.processor.model.ReturnShape.Execution;
import visibuild.processor.model.ReturnShape.Kind;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Trait;

/** The return types that no client can support, and the type to return instead of each. */
final class UnsupportedReturnTypes {
  private static final String ALL =
      "Return List<%1$s> for one response, or Paged<%1$s> for all pages.";
  private static final String ALONE =
      "Return Paged<%1$s> or CompletableFuture<Paged<%1$s>>, and nothing else around it.";
  private static final String BYTES =
      "Return okhttp3.ResponseBody, whose byteStream() and charStream() read the response.";
  private static final String FUTURE = "Return CompletableFuture<%1$s>.";
  private static final String PUBLISHER = "Return Paged<%1$s>, and call its publisher().";
  private static final String NOTHING =
      "Return void, CompletableFuture<Void>, Response<Void> or Call<Void>.";
  private static final String NOTHING_IN_KOTLIN =
      "Return nothing, or Response<Unit>, from a suspend function.";
  private static final String RESPONSE =
      "Return Response<%1$s> of Retrofit, or CompletableFuture<Response<%1$s>>.";

  private static final ClassName ITERABLE = ClassName.get("java.lang", "Iterable");

  /** By return type, the remedy; {@code %1$s} stands for the type inside it. */
  private static final Map<ClassName, String> REMEDIES =
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
          entry(ITERABLE, ALL),
          entry(LibraryTypes.COMPLETABLE_FUTURE, FUTURE),
          entry(ClassName.get("java.util.concurrent", "CompletionStage"), FUTURE),
          entry(ClassName.get("java.util.concurrent", "Future"), FUTURE),
          entry(ClassName.get("java.util.concurrent", "Flow", "Publisher"), PUBLISHER),
          entry(ClassName.get("org.reactivestreams", "Publisher"), PUBLISHER),
          entry(ClassName.get("kotlinx.coroutines.flow", "Flow"), PUBLISHER));

  /** Types that Jackson decodes where they stand inside another type. */
  private static final Set<ClassName> DECODED_INSIDE =
      Set.of(
          LibraryTypes.BOXED_VOID,
          LibraryTypes.UNIT,
          LibraryTypes.OPTIONAL,
          ClassName.get("java.util", "OptionalInt"),
          ClassName.get("java.util", "OptionalLong"),
          ClassName.get("java.util", "OptionalDouble"),
          ClassName.get("java.io", "File"),
          ClassName.get("java.nio.file", "Path"),
          ITERABLE);

  private final SourceLanguage language;

  UnsupportedReturnTypes(SourceLanguage language) {
    this.language = language;
  }

  /** Returns the type to return instead of {@code shape}; empty if the client supports it. */
  Optional<String> remedyFor(ReturnShape shape) {
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
              : remedyForWhole(type);
      case RESPONSE ->
          type.is(LibraryTypes.OPTIONAL)
              ? Optional.of(
                  "Return Response<%s>: its code() is 404 if there is none."
                      .formatted(contentOf(type)))
              : remedyForWhole(type);
      case ADAPTED -> remedyForWhole(type);
      case OPTIONAL ->
          type.is(LibraryTypes.RESPONSE_BODY) ? Optional.empty() : remedyFor(type, false);
      case VALUE, PAGED -> remedyFor(type, false);
      case BODY, VOID -> Optional.empty();
    };
  }

  private static boolean waits(ReturnShape shape, TypeUse type) {
    return shape.kind() == Kind.CALL
        || (type.arguments().size() == 1
            && (type.is(LibraryTypes.COMPLETABLE_FUTURE) || type.has(Trait.ADAPTED)));
  }

  /** Of a response that the program receives as a whole, with or without a body. */
  private Optional<String> remedyForWhole(TypeUse type) {
    boolean any =
        type.is(LibraryTypes.BOXED_VOID)
            || type.is(LibraryTypes.UNIT)
            || type.is(LibraryTypes.RESPONSE_BODY);
    return any ? Optional.empty() : remedyFor(type, false);
  }

  /** The type itself, or any part of it. */
  private Optional<String> remedyFor(TypeUse type, boolean inside) {
    if (type.has(Trait.ADAPTED)) {
      return Optional.of("Return %s and nothing around it.".formatted(type.label()));
    }
    if (type.name().isPresent()) {
      ClassName name = type.name().get();
      boolean decoded = inside && DECODED_INSIDE.contains(name);
      String here = decoded ? null : REMEDIES.get(name);
      if (here != null) {
        return Optional.of(inLanguage(here).formatted(contentOf(type)));
      }
    }
    for (TypeUse argument : type.arguments()) {
      Optional<String> remedy = remedyFor(argument, true);
      if (remedy.isPresent()) {
        return remedy;
      }
    }
    return Optional.empty();
  }

  private String inLanguage(String remedy) {
    return language == SourceLanguage.KOTLIN && remedy.equals(NOTHING)
        ? NOTHING_IN_KOTLIN
        : language.type(remedy);
  }

  private static String contentOf(TypeUse type) {
    return type.arguments().isEmpty() ? "Ticket" : type.argument().label();
  }
}
