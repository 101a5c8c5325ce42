package visibuild.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The complete list of write methods that were approved in review. It includes methods with a
 * writing verb that {@code @RequiresScope} declares read-only, so that a reviewer sees the
 * declaration.
 *
 * @param name the lock as a message names it: its file
 * @param writes the writes, sorted, each once
 * @since 0.1
 */
public record Lock(String name, List<Write> writes) {
  private static final Comparator<Write> ORDER =
      Comparator.comparing(Write::api)
          .thenComparing(Write::method)
          .thenComparing(Write::verb)
          .thenComparing(Write::path)
          .thenComparing(write -> String.join("\n", write.headers()))
          .thenComparing(Write::scope);

  /**
   * A method that writes, with its request. A change to either makes it a different write.
   *
   * @param api the binary name of the interface
   * @param method the method with its parameters' types, as {@link MethodDescriptor#signature} says
   * @param verb the HTTP verb
   * @param path the path template
   * @param headers the fixed headers that can change the request's meaning
   * @param scope the declared access: {@link Access#READ} if {@code @RequiresScope} declares a
   *     writing verb read-only
   * @since 0.1
   */
  public record Write(
      String api, String method, String verb, String path, List<String> headers, Access scope) {
    /** Makes a write of a copy of {@code headers}. */
    public Write {
      headers = List.copyOf(headers);
    }

    /** Makes a write without fixed headers. */
    public Write(String api, String method, String verb, String path, Access scope) {
      this(api, method, verb, path, List.of(), scope);
    }

    /** Returns the write of {@code method} of {@code api}. */
    public static Write of(String api, MethodDescriptor method) {
      return new Write(
          api, method.signature(), method.verb(), method.path(), method.headers(), method.scope());
    }

    /** Returns the request for people: {@code POST api/core/v1/tickets}, and what changes it. */
    String request() {
      return verb
          + " "
          + path
          + (headers.isEmpty() ? "" : ", headers " + String.join("; ", headers))
          + (scope == Access.READ ? ", stated to read" : "");
    }

    /** Returns whether {@code method} must be in a lock. */
    static boolean isNeededFor(MethodDescriptor method) {
      return method.writes() || method.declaredReadOnly();
    }

    /** Returns the write for people. */
    @Override
    public String toString() {
      return api + "#" + method + " (" + request() + ")";
    }
  }

  /** Makes a lock of a sorted copy of {@code writes}. */
  public Lock {
    List<Write> sorted = new ArrayList<>(writes.stream().distinct().toList());
    sorted.sort(ORDER);
    writes = List.copyOf(sorted);
  }

  /** The lock that approves all that {@code descriptors} write, or are only said not to. */
  public static Lock of(String name, Collection<Descriptor> descriptors) {
    return new Lock(
        name,
        descriptors.stream()
            .flatMap(
                api ->
                    api.methods().stream()
                        .filter(Write::isNeededFor)
                        .map(method -> Write.of(api.api(), method)))
            .toList());
  }

  /** Returns whether {@code write} is in this lock. */
  public boolean approves(Write write) {
    return Collections.binarySearch(writes, write, ORDER) >= 0;
  }
}
