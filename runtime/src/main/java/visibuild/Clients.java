package visibuild;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clients of one connection: asks the guard about each, and tells whoever wants to know. */
final class Clients {
  private static final Logger LOG = System.getLogger("visibuild.access");

  private final Set<ClientAccess> made = new LinkedHashSet<>();
  private final ClientGuard guard;
  private final @Nullable AccessUsage usage;
  private final Level level;

  /** Logs at {@code level}. */
  Clients(ClientGuard guard, @Nullable AccessUsage usage, Level level) {
    this.guard = guard;
    this.usage = usage;
    this.level = level;
  }

  /** A client is being made of {@code calls}, the interface that Retrofit implements. */
  void make(Class<?> calls, Scope scope) {
    Class<?> client = clientOf(calls);
    guard.admit(client, scope);
    ClientAccess access = new ClientAccess(client.getName(), scope);
    if (usage != null) {
      usage.hold(access);
    }
    if (widens(access)) {
      LOG.log(
          level,
          "This connection now asks for \"{0}\", first for {1}.",
          scope.parameter(),
          client.getName());
    }
  }

  /** The generated client around {@code calls}, or what somebody wrote by hand. */
  static Class<?> clientOf(Class<?> calls) {
    Class<?> around = calls.getEnclosingClass();
    return around == null ? calls : around;
  }

  /** Whether no client before had so much. */
  private synchronized boolean widens(ClientAccess access) {
    boolean first = made.stream().noneMatch(other -> other.scope().covers(access.scope()));
    made.add(access);
    return first;
  }

  synchronized List<ClientAccess> made() {
    return List.copyOf(made);
  }
}
