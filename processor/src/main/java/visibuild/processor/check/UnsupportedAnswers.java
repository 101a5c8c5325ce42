package visibuild.processor.check;

import static java.util.Map.entry;

import com.palantir.javapoet.ClassName;
import java.util.Map;
import java.util.Optional;
import visibuild.processor.model.Answer;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.TypeUse;

/** The answers that no client can make, and what to write instead of each. */
final class UnsupportedAnswers {
  private static final String RECORD = "Return %1$s, or Call<%1$s> to send the request yourself.";
  private static final String ALL =
      "Return List<%1$s> for one answer, or Paged<%1$s> for all pages.";
  private static final String ALONE = "Return Paged<%1$s> and nothing around it.";
  private static final String FUTURE = "Return CompletableFuture<%1$s>.";

  /** For each type, what to write instead; {@code %1$s} stands for the type of the answer in it. */
  private static final Map<ClassName, String> INSTEAD =
      Map.ofEntries(
          entry(LibraryTypes.RESPONSE, RECORD),
          entry(LibraryTypes.OKHTTP_RESPONSE, RECORD),
          entry(ClassName.get("okhttp3", "ResponseBody"), RECORD),
          entry(ClassName.get("okhttp3", "Call"), "Return Call<%1$s> of Retrofit: retrofit2.Call."),
          entry(LibraryTypes.CALL, "Return Call<%1$s> and nothing around it."),
          entry(LibraryTypes.PAGED, ALONE),
          entry(LibraryTypes.PAGE, "Return Paged<%1$s>: its pages() are the pages."),
          entry(
              LibraryTypes.OPTIONAL, "Return Optional<%1$s> or CompletableFuture<Optional<%1$s>>."),
          entry(ClassName.get("java.util", "OptionalInt"), "Return Optional<Integer>."),
          entry(ClassName.get("java.util", "OptionalLong"), "Return Optional<Long>."),
          entry(ClassName.get("java.util", "OptionalDouble"), "Return Optional<Double>."),
          entry(LibraryTypes.BOXED_VOID, "Return void, CompletableFuture<Void> or Call<Void>."),
          entry(ClassName.get("java.util.stream", "Stream"), ALL),
          entry(ClassName.get("java.util", "Iterator"), ALL),
          entry(ClassName.get("java.lang", "Iterable"), ALL),
          entry(LibraryTypes.COMPLETABLE_FUTURE, FUTURE),
          entry(ClassName.get("java.util.concurrent", "CompletionStage"), FUTURE),
          entry(ClassName.get("java.util.concurrent", "Future"), FUTURE),
          entry(ClassName.get("java.util.concurrent", "Flow", "Publisher"), FUTURE),
          entry(ClassName.get("org.reactivestreams", "Publisher"), FUTURE),
          entry(ClassName.get("reactor.core.publisher", "Flux"), FUTURE),
          entry(ClassName.get("reactor.core.publisher", "Mono"), FUTURE),
          entry(ClassName.get("io.reactivex.rxjava3.core", "Single"), FUTURE),
          entry(ClassName.get("io.reactivex.rxjava3.core", "Maybe"), FUTURE),
          entry(ClassName.get("io.reactivex.rxjava3.core", "Completable"), FUTURE),
          entry(ClassName.get("io.reactivex.rxjava3.core", "Observable"), FUTURE),
          entry(ClassName.get("io.reactivex.rxjava3.core", "Flowable"), FUTURE));

  private UnsupportedAnswers() {}

  /** What to write instead of {@code answer}; empty if it can be made. */
  static Optional<String> instead(Answer answer) {
    if (answer instanceof Answer.Value value) {
      return insteadOf(value.type());
    }
    if (answer instanceof Answer.Optional optional) {
      return insteadOf(optional.type());
    }
    if (answer instanceof Answer.Paged paged) {
      return insteadOf(paged.type());
    }
    if (answer instanceof Answer.Lazy lazy) {
      return lazy.type().is(LibraryTypes.BOXED_VOID) ? Optional.empty() : insteadOf(lazy.type());
    }
    return answer instanceof Answer.Future future
        ? insteadOfFuture(future.later())
        : Optional.empty();
  }

  private static Optional<String> insteadOfFuture(Answer later) {
    if (later instanceof Answer.Lazy lazy) {
      return Optional.of(FUTURE.formatted(lazy.type().label()));
    }
    if (later instanceof Answer.Paged paged) {
      return Optional.of(ALONE.formatted(paged.type().label()));
    }
    return later instanceof Answer.Future
        ? Optional.of("Return one CompletableFuture, with the type of the answer in it.")
        : instead(later);
  }

  /** The answer itself, or any part of it. */
  private static Optional<String> insteadOf(TypeUse type) {
    Optional<String> here = type.name().map(INSTEAD::get);
    if (here.isPresent()) {
      return here.map(text -> text.formatted(answerIn(type)));
    }
    return type.arguments().stream()
        .map(UnsupportedAnswers::insteadOf)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String answerIn(TypeUse type) {
    return type.arguments().isEmpty() ? "Ticket" : type.argument().label();
  }
}
