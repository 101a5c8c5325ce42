package visibuild.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import visibuild.policy.Descriptor;
import visibuild.policy.MethodDescriptor;

/**
 * The calls that a program's entry points can reach, computed from its bytecode. What cannot be
 * excluded counts as reached.
 *
 * @param computed whether bytecode was analysed; otherwise every call counts as reached
 * @param paths the shortest path to each reached call, by {@link #key}
 * @param created the client classes that the program can create
 * @param imprecision why more counts as reached than may be: reflection with an unknown target
 * @param gaps classes that can call Visibuild and have no descriptor; with one of them nothing can
 *     be said of the whole program
 * @param writeAccess the shortest path to a call that needs a credential with write access although
 *     it writes nothing: {@code Visibuild.writeAccess()}, which refuses other credentials, or
 *     {@code ClientCredentials.withoutNarrowing()}, whose token has the declared scope; empty if
 *     none is reached
 * @since 0.1
 */
public record Reachability(
    boolean computed,
    Map<String, List<CallStep>> paths,
    Set<String> created,
    List<String> imprecision,
    List<String> gaps,
    List<CallStep> writeAccess) {
  /** Nothing was analysed, so every call counts as reached. */
  public static final Reachability UNKNOWN =
      new Reachability(false, Map.of(), Set.of(), List.of(), List.of());

  /** Creates a result from copies of the collections. */
  public Reachability {
    paths = Map.copyOf(paths);
    created = Set.copyOf(created);
    imprecision = List.copyOf(imprecision);
    gaps = List.copyOf(gaps);
    writeAccess = List.copyOf(writeAccess);
  }

  /** Creates a result of a program that does not ask for write access. */
  public Reachability(
      boolean computed,
      Map<String, List<CallStep>> paths,
      Set<String> created,
      List<String> imprecision,
      List<String> gaps) {
    this(computed, paths, created, imprecision, gaps, List.of());
  }

  /** Returns the name under which {@link #paths} holds {@code method} of {@code api}. */
  public static String key(Descriptor api, MethodDescriptor method) {
    return api.client() + "#" + method.signature();
  }

  /** Returns whether {@code call} can run. */
  public boolean reaches(Call call) {
    return !computed || paths.containsKey(key(call.api(), call.method()));
  }

  /** Returns whether the program can create {@code client}. */
  public boolean creates(Client client) {
    return !computed || created.contains(client.descriptor().client());
  }

  /** Returns the shortest path to {@code call}, the call last; empty if none is known. */
  public Optional<List<CallStep>> pathTo(Call call) {
    return Optional.ofNullable(paths.get(key(call.api(), call.method())));
  }
}
