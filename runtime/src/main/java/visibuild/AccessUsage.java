package visibuild;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * Finds out what a running program really uses: how often each method was called, with which scope,
 * and which clients hold write access and never wrote. It keeps names and numbers, and nothing of
 * what was sent or answered.
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
   * How often a method was called. Overloads are counted together; a call is counted once, however
   * often it was repeated, and whatever became of it. Of {@link Paged}, each page is a call.
   *
   * @param client the binary name of the client's class; of the interface, if written by hand
   * @param method the method's name
   * @param scope what the calls needed
   * @param calls how many there were
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

  /** What was called so far, sorted by name. */
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
   * The clients that hold write access and never wrote so far, sorted: for what they did, {@link
   * Scope#READ} would do. Those that were not called at all are among them.
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
