package visibuild;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import visibuild.internal.upload.Uploads;

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
 * <p>One instance may be passed to several connections, whose calls it then counts together. Its
 * size is bounded by the number of methods. {@link AccessUsageLog} writes the counts of each
 * interval as a line of JSON, from which {@code visibuild audit usage} finds unused approvals. Safe
 * for use by several threads.
 *
 * @since 0.1
 */
public final class AccessUsage {
  private static final Comparator<MethodCalls> ORDER =
      Comparator.comparing(MethodCalls::client)
          .thenComparing(MethodCalls::method)
          .thenComparing(MethodCalls::scope);

  /** The clients with their access, and the interface of each. */
  private final Map<ClientAccess, String> held = new ConcurrentHashMap<>();

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

  /** A method of an interface, as policies name it. */
  record Method(String api, String name, Scope scope) {}

  /** The access of a client, by the interface that policies name. */
  record Access(String api, Scope scope) {}

  /** Creates a record without any calls. */
  public AccessUsage() {}

  void hold(Class<?> client, ClientAccess access) {
    held.put(access, apiOf(client));
  }

  void count(Class<?> calls, String method, Scope scope) {
    counts.computeIfAbsent(new CallKey(calls, method, scope), key -> new LongAdder()).increment();
  }

  /** Returns the calls so far, sorted by name. */
  public List<MethodCalls> calls() {
    return counts.entrySet().stream()
        .map(each -> calls(each.getKey(), each.getValue().sum()))
        .sorted(ORDER)
        .toList();
  }

  private static MethodCalls calls(CallKey key, long count) {
    Class<?> client = ClientRegistry.clientOf(key.calls());
    return new MethodCalls(client.getName(), key.method(), key.scope(), count);
  }

  /** Returns the number of calls of each method of an interface so far. */
  Map<Method, Long> totals() {
    Map<Method, Long> totals = new HashMap<>();
    counts.forEach(
        (key, count) -> {
          Class<?> client = ClientRegistry.clientOf(key.calls());
          boolean upload = client == Uploads.class;
          // An upload is announced and then sent; policies know it as one method.
          if (!upload || key.method().equals("announce")) {
            String name = upload ? "upload" : key.method();
            totals.merge(new Method(apiOf(client), name, key.scope()), count.sum(), Long::sum);
          }
        });
    return totals;
  }

  /** Returns the access of each client that was created so far. */
  Set<Access> accesses() {
    return held.entrySet().stream()
        .map(each -> new Access(each.getValue(), each.getKey().scope()))
        .collect(Collectors.toSet());
  }

  /** Returns the interface that {@code client} implements, by which policies name its calls. */
  private static String apiOf(Class<?> client) {
    if (client == Uploads.class) {
      return Attachments.class.getName();
    }
    Class<?>[] implemented = client.getInterfaces();
    return (client.isInterface() || implemented.length != 1 ? client : implemented[0]).getName();
  }

  /**
   * Returns the clients that hold write access and have not written so far, sorted. {@link
   * Scope#READ} would suffice for them. Clients without any call are included.
   */
  public List<String> unusedWriteAccess() {
    // Copied before the calls: a client that is created and writes in between must not be listed.
    List<ClientAccess> clients = List.copyOf(held.keySet());
    return unusedWriteAccess(clients, calls());
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

  /** Returns a line for each method, then one for each client that never wrote, for people. */
  @Override
  public String toString() {
    List<ClientAccess> clients = List.copyOf(held.keySet());
    List<MethodCalls> all = calls();
    StringBuilder text = new StringBuilder();
    for (MethodCalls each : all) {
      text.append(
          "%s.%s: %d calls, needing \"%s\"%n"
              .formatted(each.client(), each.method(), each.calls(), each.scope().parameter()));
    }
    for (String client : unusedWriteAccess(clients, all)) {
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
