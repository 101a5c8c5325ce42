package visibuild;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clients of one connection: asks the guard about each, and tells whoever wants to know. */
final class ClientRegistry {
  private static final Logger LOG = System.getLogger("visibuild.access");

  private final Set<ClientAccess> made = new LinkedHashSet<>();
  private final ClientAuthorizer guard;
  private final @Nullable AccessUsage usage;
  private final Level level;

  /** Logs at {@code level}. */
  ClientRegistry(ClientAuthorizer guard, @Nullable AccessUsage usage, Level level) {
    this.guard = guard;
    this.usage = usage;
    this.level = level;
  }

  /** A client is being made of {@code calls}, the interface that Retrofit implements. */
  void register(Class<?> calls, Scope scope) {
    Class<?> client = clientOf(calls);
    guard.authorize(client, scope);
    ClientAccess access = new ClientAccess(client.getName(), scope);
    if (usage != null) {
      usage.hold(access);
    }
    if (isNew(access)) {
      LOG.log(level, "{0} may ask for \"{1}\".", client.getName(), scope.parameter());
    }
  }

  /** The generated client around {@code calls}, or what somebody wrote by hand. */
  static Class<?> clientOf(Class<?> calls) {
    Class<?> around = calls.getEnclosingClass();
    return around == null ? calls : around;
  }

  private synchronized boolean isNew(ClientAccess access) {
    return made.add(access);
  }

  synchronized List<ClientAccess> made() {
    return List.copyOf(made);
  }
}
