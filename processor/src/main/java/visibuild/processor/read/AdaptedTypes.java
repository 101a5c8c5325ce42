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
      names.add(name.strip());
    }
    return new AdaptedTypes(names);
  }

  boolean contain(TypeElement type) {
    return names.contains(type.getQualifiedName().toString());
  }
}
