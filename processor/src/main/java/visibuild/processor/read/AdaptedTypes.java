package visibuild.processor.read;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * The types that Retrofit's call adapters make of calls: those of well-known libraries, and those
 * that the program names in an option of the processor.
 */
public final class AdaptedTypes {
  /** The option: qualified names, separated by commas. */
  public static final String OPTION = "visibuild.callAdapterTypes";

  private static final Set<String> KNOWN =
      Set.of(
          "com.google.common.util.concurrent.ListenableFuture",
          "io.reactivex.Completable",
          "io.reactivex.Flowable",
          "io.reactivex.Maybe",
          "io.reactivex.Observable",
          "io.reactivex.Single",
          "io.reactivex.rxjava3.core.Completable",
          "io.reactivex.rxjava3.core.Flowable",
          "io.reactivex.rxjava3.core.Maybe",
          "io.reactivex.rxjava3.core.Observable",
          "io.reactivex.rxjava3.core.Single",
          "reactor.core.publisher.Flux",
          "reactor.core.publisher.Mono",
          "rx.Completable",
          "rx.Observable",
          "rx.Single",
          "scala.concurrent.Future");

  /**
   * The types of futures and publishers. Their subtypes are no data, wherever they are declared.
   */
  private static final Set<String> ASYNCHRONOUS =
      Set.of(
          "io.reactivex.CompletableSource",
          "io.reactivex.MaybeSource",
          "io.reactivex.ObservableSource",
          "io.reactivex.SingleSource",
          "io.reactivex.rxjava3.core.CompletableSource",
          "io.reactivex.rxjava3.core.MaybeSource",
          "io.reactivex.rxjava3.core.ObservableSource",
          "io.reactivex.rxjava3.core.SingleSource",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Flow.Publisher",
          "java.util.concurrent.Future",
          "kotlinx.coroutines.Job",
          "kotlinx.coroutines.channels.ReceiveChannel",
          "kotlinx.coroutines.channels.SendChannel",
          "kotlinx.coroutines.flow.Flow",
          "org.reactivestreams.Publisher");

  private final Set<String> names;

  private AdaptedTypes(Set<String> names) {
    this.names = Set.copyOf(names);
  }

  /** Those of well-known libraries and those that {@code options} name. */
  public static AdaptedTypes of(Map<String, String> options) {
    String option = options.get(OPTION);
    if (option == null) {
      return new AdaptedTypes(KNOWN);
    }
    Set<String> names = new HashSet<>(KNOWN);
    for (String name : option.split(",", -1)) {
      // A nested type may be named as in its class file.
      names.add(name.strip().replace('$', '.'));
      names.add(name.strip());
    }
    return new AdaptedTypes(names);
  }

  /** Returns whether {@code type} is a future or a publisher, regardless of its supertypes. */
  static boolean isAsynchronous(TypeElement type) {
    String name = type.getQualifiedName().toString();
    return ASYNCHRONOUS.contains(name) || KNOWN.contains(name);
  }

  boolean contain(TypeElement type) {
    return names.contains(type.getQualifiedName().toString());
  }
}
