package visibuild.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;
import visibuild.policy.MethodDescriptor;
import visibuild.policy.SourcePosition;

/**
 * A program, as its class path shows it. Immutable.
 *
 * @param name the program's name in reports
 * @param clients its clients, sorted by interface and origin
 * @param reachability the calls that its entry points reach
 * @param build the version and commit that its files record
 * @since 0.1
 */
public record Program(
    String name, List<Client> clients, Reachability reachability, BuildInfo build) {
  private static final Comparator<Client> ORDER =
      Comparator.comparing((Client client) -> client.descriptor().api())
          .thenComparing(Client::origin);

  /** Creates a program from a sorted copy of {@code clients}. */
  public Program {
    clients = clients.stream().sorted(ORDER).toList();
  }

  /** Creates a program without a recorded version. */
  public Program(String name, List<Client> clients, Reachability reachability) {
    this(name, clients, reachability, BuildInfo.NONE);
  }

  /** Creates a program without bytecode, so that every call counts as reached. */
  public Program(String name, List<Client> clients) {
    this(name, clients, Reachability.UNKNOWN);
  }

  /** Returns this program with {@code recorded} as its version and commit. */
  public Program with(BuildInfo recorded) {
    return new Program(name, clients, reachability, recorded);
  }

  /**
   * Returns the scope that the program's credential must have: {@link Access#READ_WRITE} if a write
   * is reachable, a client that declares write access is created, or the program asks for write
   * access and fails without it. It means nothing where the program {@link #isUnknown}.
   */
  public Access needs() {
    return canWrite() || !reachability.writeAccess().isEmpty() ? Access.READ_WRITE : Access.READ;
  }

  /**
   * Returns whether the program needs write access although it creates no client that writes: it
   * asks for the access, or for tokens that have it, and only reads.
   *
   * @see Reachability#writeAccess
   */
  public boolean needsWriteAccessToRead() {
    return !isUnknown() && !canWrite() && !reachability.writeAccess().isEmpty();
  }

  /** Returns why {@link #needsWriteAccessToRead}, as a clause without its path. */
  public String writeAccessReason() {
    return asksForTokensOfItsWholeScope()
        ? "it calls ClientCredentials.withoutNarrowing(), so that its reads carry a token of the"
            + " declared scope, which can be READ_WRITE"
        : "it asks for write access, which fails with a credential of scope READ";
  }

  /** Returns the remedy for {@link #needsWriteAccessToRead}, as a sentence. */
  public String writeAccessRemedy() {
    return asksForTokensOfItsWholeScope()
        ? "Declare the credential with Scope.READ, or do not call withoutNarrowing(): then READ is"
            + " enough."
        : "Pass ReadAccess, which Visibuild.readAccess() returns, to its clients: then READ is"
            + " enough.";
  }

  /** Returns the last position on the path to it that is known in source, if any. */
  public Optional<SourcePosition> writeAccessSource() {
    return reachability.writeAccess().stream()
        .flatMap(step -> step.source().stream())
        .reduce((first, second) -> second);
  }

  private boolean asksForTokensOfItsWholeScope() {
    List<CallStep> path = reachability.writeAccess();
    return !path.isEmpty() && path.get(path.size() - 1).method().endsWith(".withoutNarrowing");
  }

  private boolean canWrite() {
    return !writes().isEmpty()
        || clients.stream()
            .anyMatch(
                client ->
                    client.descriptor().scope() == Access.READ_WRITE
                        && reachability.creates(client));
  }

  /**
   * Returns whether no client was found. Then the program's calls are unknown, because calls that
   * are made in another way leave no descriptor.
   */
  public boolean isUnknown() {
    return clients.stream().allMatch(client -> client.isUpload() && !reachability.creates(client));
  }

  /** Returns the reasons, as clauses, why not all of its calls are known; empty if they are. */
  public List<String> gaps() {
    List<String> gaps = reachability.gaps();
    return gaps.isEmpty() && isUnknown()
        ? List.of(name + " has no client that was found, so nothing is known of it")
        : gaps;
  }

  /** Returns the calls that its entry points reach, by interface, then in source order. */
  public List<Call> calls() {
    return allCalls().filter(reachability::reaches).toList();
  }

  /** Returns the reachable calls that need a credential with write access. */
  public List<Call> writes() {
    return calls().stream().filter(call -> call.method().writes()).toList();
  }

  /** Returns the reachable calls that only read. */
  public List<Call> reads() {
    return calls().stream().filter(call -> !call.method().writes()).toList();
  }

  /** Returns the writes that no entry point reaches. */
  public List<Call> unreachableWrites() {
    return allCalls()
        .filter(call -> call.method().writes() && !reachability.reaches(call))
        .toList();
  }

  /**
   * Returns the clients that declare write access and are never created. Uploads are none of them:
   * {@code visibuild.Attachments} is a class of the runtime, and is never created.
   */
  public List<Client> unusedWriters() {
    return clients.stream()
        .filter(client -> !client.isUpload())
        .filter(client -> client.descriptor().scope() == Access.READ_WRITE)
        .filter(client -> !reachability.creates(client))
        .toList();
  }

  private Stream<Call> allCalls() {
    return clients.stream()
        .flatMap(
            client ->
                client.descriptor().methods().stream().map(method -> new Call(client, method)));
  }

  /** Returns what its interfaces declare, unreachable calls included. */
  public List<Descriptor> descriptors() {
    return clients.stream().map(Client::descriptor).distinct().toList();
  }

  /**
   * Returns what its interfaces declare, without the writes that no entry point reaches. The scope
   * of an interface is what its client needs in this program: {@link Access#READ} if the client is
   * never created and no write of it is reached.
   */
  public List<Descriptor> reachableDescriptors() {
    return clients.stream().map(this::reachable).distinct().toList();
  }

  private Descriptor reachable(Client client) {
    Descriptor all = client.descriptor();
    List<MethodDescriptor> methods =
        all.methods().stream()
            .filter(
                method ->
                    (!method.writes() && !method.declaredReadOnly())
                        || reachability.reaches(new Call(client, method)))
            .toList();
    Access needed =
        reachability.creates(client) || methods.stream().anyMatch(MethodDescriptor::writes)
            ? all.scope()
            : Access.READ;
    return new Descriptor(all.api(), all.client(), needed, all.path(), all.source(), methods);
  }
}
