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
  private static final String RECORD =
      "Return the record itself, or Call<...> of it to send the request yourself.";
  private static final String LIST_OR_PAGED =
      "Return List<...> for one answer, or Paged<...> for all pages; both have stream().";
  private static final String FUTURE = "Return CompletableFuture<...>.";

  /** What is in an answer decides; it is no answer itself. */
  private static final Map<ClassName, String> INSTEAD =
      Map.ofEntries(
          entry(ClassName.get("retrofit2", "Response"), RECORD),
          entry(ClassName.get("okhttp3", "Response"), RECORD),
          entry(ClassName.get("okhttp3", "ResponseBody"), RECORD),
          entry(ClassName.get("okhttp3", "Call"), "Return Retrofit's Call<...>: import retrofit2.Call."),
          entry(LibraryTypes.CALL, "Return Call<...> alone, with the type of the answer in it."),
          entry(LibraryTypes.PAGED, "Return Paged<...> alone: it fetches its pages by itself."),
          entry(LibraryTypes.PAGE, "Return Paged<...>: its pages() are the pages."),
          entry(LibraryTypes.OPTIONAL, "Return Optional<...> or CompletableFuture<Optional<...>>."),
          entry(ClassName.get("java.util", "OptionalInt"), "Return Optional<Integer>."),
          entry(ClassName.get("java.util", "OptionalLong"), "Return Optional<Long>."),
          entry(ClassName.get("java.util", "OptionalDouble"), "Return Optional<Double>."),
          entry(LibraryTypes.BOXED_VOID, "Return void, CompletableFuture<Void> or Call<Void>."),
          entry(ClassName.get("java.util.stream", "Stream"), LIST_OR_PAGED),
          entry(ClassName.get("java.util", "Iterator"), LIST_OR_PAGED),
          entry(ClassName.get("java.lang", "Iterable"), LIST_OR_PAGED),
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
      return lazy.type().is(LibraryTypes.BOXED_VOID)
          ? Optional.empty()
          : insteadOf(lazy.type());
    }
    return answer instanceof Answer.Future future
        ? insteadOfFuture(future.later())
        : Optional.empty();
  }

  private static Optional<String> insteadOfFuture(Answer later) {
    if (later instanceof Answer.Lazy) {
      return Optional.of("Return CompletableFuture<...> with the type of the answer in it.");
    }
    if (later instanceof Answer.Paged) {
      return Optional.of(INSTEAD.get(LibraryTypes.PAGED));
    }
    return later instanceof Answer.Future ? Optional.of(FUTURE) : instead(later);
  }

  private static Optional<String> insteadOf(TypeUse type) {
    Optional<String> here = type.name().map(INSTEAD::get);
    return here.isPresent()
        ? here
        : type.arguments().stream()
            .map(UnsupportedAnswers::insteadOf)
            .flatMap(Optional::stream)
            .findFirst();
  }
}
