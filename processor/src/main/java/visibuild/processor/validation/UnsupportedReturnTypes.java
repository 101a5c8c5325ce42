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
  static final String BYTES =
      "Return okhttp3.ResponseBody, whose byteStream() and charStream() read the response.";
  private static final String FUTURE = "Return CompletableFuture<%1$s>.";
  private static final String AWAITED = "Return CompletableFuture<%1$s> in Java.";
  private static final String AWAITED_IN_KOTLIN = "Declare a suspend function that returns %1$s.";
  private static final String LISTENABLE = "Return ListenableFuture<%1$s>.";
  private static final String GUAVA_FUTURES = "com.google.common.util.concurrent";
  private static final String PUBLISHER = "Return Paged<%1$s>, and call its publisher().";
  static final String NOTHING =
      "Return void, CompletableFuture<Void>, Response<Void> or Call<Void>.";
  private static final String NOTHING_IN_KOTLIN =
      "Return nothing, or Response<Unit>, from a suspend function.";
  private static final String HEADERS = "Return Response<Void> of Retrofit, and call headers().";
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
          entry(ClassName.get("okhttp3", "Call"), "Return retrofit2.Call<%1$s>."),
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
          entry(ClassName.get("java.nio.channels", "ReadableByteChannel"), BYTES),
          entry(ClassName.get("okio", "BufferedSource"), BYTES),
          entry(ClassName.get("okio", "Source"), BYTES),
          entry(ClassName.get("com.fasterxml.jackson.core", "JsonParser"), BYTES),
          entry(ClassName.get("okhttp3", "Headers"), HEADERS),
          entry(ClassName.get("jakarta.ws.rs.core", "Response"), RESPONSE),
          entry(ClassName.get("java.net", "HttpURLConnection"), RESPONSE),
          entry(ClassName.get("java.net", "URLConnection"), RESPONSE),
          entry(ClassName.get("java.net.http", "HttpResponse"), RESPONSE),
          entry(ClassName.get("javax.ws.rs.core", "Response"), RESPONSE),
          entry(ClassName.get("org.springframework.http", "HttpEntity"), RESPONSE),
          entry(ClassName.get("org.springframework.http", "ResponseEntity"), RESPONSE),
          entry(ClassName.get("com.fasterxml.jackson.databind", "MappingIterator"), ALL),
          entry(ClassName.get("java.util.stream", "BaseStream"), ALL),
          entry(ClassName.get("java.util", "ListIterator"), ALL),
          entry(ClassName.get("java.util.stream", "Stream"), ALL),
          entry(ClassName.get("java.util", "Iterator"), ALL),
          entry(ITERABLE, ALL),
          entry(LibraryTypes.COMPLETABLE_FUTURE, FUTURE),
          entry(ClassName.get("java.util.concurrent", "CompletionStage"), FUTURE),
          entry(ClassName.get("java.util.concurrent", "Future"), FUTURE),
          entry(ClassName.get("java.util.concurrent", "FutureTask"), FUTURE),
          entry(ClassName.get("java.util.concurrent", "ForkJoinTask"), FUTURE),
          entry(ClassName.get("kotlinx.coroutines", "Deferred"), AWAITED),
          entry(ClassName.get(GUAVA_FUTURES, "FluentFuture"), LISTENABLE),
          entry(ClassName.get(GUAVA_FUTURES, "SettableFuture"), LISTENABLE),
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

  /**
   * Returns the type to return instead of {@code whole}; empty if the client supports it.
   *
   * @param shape the shape of {@code whole}
   */
  Optional<String> remedyFor(TypeUse whole, ReturnShape shape) {
    if (shape.content().isEmpty()) {
      return Optional.empty();
    }
    TypeUse type = shape.content().get();
    if (shape.execution() == Execution.SUSPENDING && waits(shape, type)) {
      TypeUse awaited = shape.kind() == Kind.CALL ? type : type.argument();
      return Optional.of(
          "Return %s: a suspend function waits by itself.".formatted(awaited.label()));
    }
    return switch (shape.kind()) {
      case CALL ->
          shape.execution() == Execution.FUTURE
              ? Optional.of(FUTURE.formatted(type.label()))
              : remedyForWhole(whole, type);
      case RESPONSE ->
          type.is(LibraryTypes.OPTIONAL)
              ? Optional.of(
                  "Return Response<%s>: its code() is 404 if there is none."
                      .formatted(contentOf(type)))
              : remedyForWhole(whole, type);
      case ADAPTED -> remedyForWhole(whole, type);
      case OPTIONAL ->
          type.is(LibraryTypes.RESPONSE_BODY) ? Optional.empty() : remedyFor(whole, type, false);
      case PAGED ->
          type.is(LibraryTypes.OPTIONAL)
              ? Optional.of("Return %s.".formatted(replaced(whole, type, contentOf(type))))
              : remedyFor(whole, type, false);
      case VALUE -> remedyFor(whole, type, false);
      case BODY, VOID -> Optional.empty();
    };
  }

  private static boolean waits(ReturnShape shape, TypeUse type) {
    return shape.kind() == Kind.CALL
        || (type.arguments().size() == 1
            && (type.is(LibraryTypes.COMPLETABLE_FUTURE) || type.has(Trait.ADAPTED)));
  }

  /** Of a response that the program receives as a whole, with or without a body. */
  private Optional<String> remedyForWhole(TypeUse whole, TypeUse type) {
    boolean any =
        type.is(LibraryTypes.BOXED_VOID)
            || type.is(LibraryTypes.UNIT)
            || type.is(LibraryTypes.RESPONSE_BODY);
    return any ? Optional.empty() : remedyFor(whole, type, false);
  }

  /**
   * The remedy for the type itself, or for any part of it.
   *
   * @param whole the return type, of which {@code type} is a part
   */
  private Optional<String> remedyFor(TypeUse whole, TypeUse type, boolean inside) {
    if (type.has(Trait.ADAPTED)) {
      return Optional.of("Return %s and nothing around it.".formatted(type.label()));
    }
    if (type.name().isPresent()) {
      ClassName name = type.name().get();
      boolean decoded = inside && DECODED_INSIDE.contains(name);
      String here = decoded ? null : REMEDIES.get(name);
      if (here != null) {
        return Optional.of(remedy(here, whole, type));
      }
    }
    for (TypeUse argument : type.arguments()) {
      Optional<String> remedy = remedyFor(whole, argument, true);
      if (remedy.isPresent()) {
        return remedy;
      }
    }
    return Optional.empty();
  }

  private String remedy(String here, TypeUse whole, TypeUse part) {
    boolean holds = part.arguments().size() == 1;
    if (holds && !part.argument().isOpen()) {
      TypeUse content = part.argument();
      if (here.equals(ALL)) {
        return remedyFor(content, content, true).orElseGet(() -> all(whole, part, content));
      }
      if (here.equals(FUTURE)) {
        return remedyFor(content, ReturnShape.inFuture(content))
            .orElseGet(() -> future(whole, part, content));
      }
      if (here.equals(PUBLISHER)) {
        TypeUse each =
            content.has(Trait.COLLECTION) && content.arguments().size() == 1
                ? content.argument()
                : content;
        return remedyFor(each, each, false).orElse(PUBLISHER.formatted(each.label()));
      }
    }
    return inLanguage(here).formatted(contentOf(part));
  }

  private static String all(TypeUse whole, TypeUse part, TypeUse content) {
    String list = replaced(whole, part, "List<" + content.label() + ">");
    boolean pages =
        (whole.equals(part) || whole.is(LibraryTypes.COMPLETABLE_FUTURE))
            && !content.is(LibraryTypes.OPTIONAL)
            && (whole.equals(part) || whole.argument().equals(part));
    return pages
        ? "Return %s for one response, or %s for all pages."
            .formatted(list, replaced(whole, part, "Paged<" + content.label() + ">"))
        : "Return %s.".formatted(list);
  }

  private static String future(TypeUse whole, TypeUse part, TypeUse content) {
    String value = replaced(whole, part, content.label());
    return whole.is(LibraryTypes.COMPLETABLE_FUTURE) && !whole.equals(part)
        ? "Return %s.".formatted(value)
        : FUTURE.formatted(value);
  }

  static String replaced(TypeUse whole, TypeUse part, String replacement) {
    return whole.label().replace(part.label(), replacement);
  }

  private String inLanguage(String remedy) {
    if (language == SourceLanguage.KOTLIN) {
      return remedy.equals(NOTHING)
          ? NOTHING_IN_KOTLIN
          : remedy.equals(AWAITED) ? AWAITED_IN_KOTLIN : language.type(remedy);
    }
    return remedy.equals(AWAITED) ? FUTURE : remedy;
  }

  private static String contentOf(TypeUse type) {
    return type.arguments().isEmpty() ? "Ticket" : type.argument().label();
  }
}
