package visibuild;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * Records the access that a running program uses: the number of calls of each method, their scope,
 * and the clients that hold write access and never wrote. It keeps names and numbers, and no data
 * of requests and responses.
 *
 * <pre>{@code
 * AccessUsage usage = new AccessUsage();
 * Visibuild visibuild = Visibuild.builder().accessUsage(usage).build();
 * ...
 * System.out.println(usage); // com.acme.DeskApiClient holds write access and never wrote in 812 calls: READ would do.
 * }</pre>
 *
 * <p>One can be given to several connections, whose calls it then counts together. Safe for use by
 * several threads.
 *
 * @since 0.1
 */
public final class AccessUsage {
  private static final Comparator<MethodCalls> ORDER =
      Comparator.comparing(MethodCalls::client)
          .thenComparing(MethodCalls::method)
          .thenComparing(MethodCalls::scope);

  private final Set<ClientAccess> held = ConcurrentHashMap.newKeySet();
  private final Map<CallKey, LongAdder> counts = new ConcurrentHashMap<>();

  private record CallKey(Class<?> calls, String method, Scope scope) {}

  /**
   * The number of calls of one method. Overloads are counted together. A call counts once,
   * regardless of retries and outcome. Of {@link Paged}, each page is a call.
   *
   * @param client the binary name of the client's class; of the interface, if written by hand
   * @param method the method's name
   * @param scope the scope that the calls needed
   * @param calls the number of calls
   * @since 0.1
   */
  public record MethodCalls(String client, String method, Scope scope, long calls) {}

  /** Begins with nothing counted. */
  public AccessUsage() {}

  void hold(ClientAccess access) {
    held.add(access);
  }

  void count(Class<?> calls, String method, Scope scope) {
    counts.computeIfAbsent(new CallKey(calls, method, scope), deed -> new LongAdder()).increment();
  }

  /** Returns the calls so far, sorted by name. */
  public List<MethodCalls> calls() {
    return counts.entrySet().stream()
        .map(each -> calls(each.getKey(), each.getValue().sum()))
        .sorted(ORDER)
        .toList();
  }

  private static MethodCalls calls(CallKey deed, long count) {
    Class<?> client = ClientRegistry.clientOf(deed.calls());
    return new MethodCalls(client.getName(), deed.method(), deed.scope(), count);
  }

  /**
   * Returns the clients that hold write access and have not written so far, sorted. {@link
   * Scope#READ} would suffice for them. Clients without any call are included.
   */
  public List<String> unusedWriteAccess() {
    // First, or one that is made and writes meanwhile would be taken for one that never did.
    List<ClientAccess> looked = List.copyOf(held);
    return unusedWriteAccess(looked, calls());
  }

  private static List<String> unusedWriteAccess(List<ClientAccess> held, List<MethodCalls> calls) {
    Set<String> wrote =
        calls.stream()
            .filter(each -> each.scope() == Scope.READ_WRITE)
            .map(MethodCalls::client)
            .collect(Collectors.toSet());
    return held.stream()
        .filter(access -> access.scope() == Scope.READ_WRITE)
        .map(ClientAccess::client)
        .filter(client -> !wrote.contains(client))
        .sorted()
        .toList();
  }

  /** For people: a line for each method, then one for each client that never wrote. */
  @Override
  public String toString() {
    List<ClientAccess> looked = List.copyOf(held);
    List<MethodCalls> all = calls();
    StringBuilder text = new StringBuilder();
    for (MethodCalls each : all) {
      text.append(
          "%s.%s: %d calls, needing \"%s\"%n"
              .formatted(each.client(), each.method(), each.calls(), each.scope().parameter()));
    }
    for (String client : unusedWriteAccess(looked, all)) {
      long count =
          all.stream()
              .filter(each -> each.client().equals(client))
              .mapToLong(MethodCalls::calls)
              .sum();
      text.append(
          count == 0
              ? "%s holds write access and was not called.%n".formatted(client)
              : "%s holds write access and never wrote in %d calls: READ would do.%n"
                  .formatted(client, count));
    }
    return text.toString();
  }
}
