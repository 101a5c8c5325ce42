package visibuild;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.QuietLog;

/** The clients of one connection. Each is authorized before it is made, and logged once. */
final class ClientRegistry {
  private static final Logger LOG = System.getLogger("visibuild.access");

  private final Set<ClientAccess> made = new LinkedHashSet<>();
  private final @Nullable ClientAuthorizer authorizer;
  private final @Nullable AccessUsage usage;
  private final Level level;

  ClientRegistry(@Nullable ClientAuthorizer authorizer, @Nullable AccessUsage usage) {
    this.authorizer = authorizer;
    this.usage = usage;
    this.level = authorizer == null && usage == null ? Level.DEBUG : Level.INFO;
  }

  /**
   * Registers a client that is being made.
   *
   * @param calls the interface that Retrofit implements
   * @throws ClientNotPermittedException if the authorizer refuses the client
   */
  void register(Class<?> calls, Scope scope) {
    Class<?> client = clientOf(calls);
    if (authorizer != null) {
      authorizer.authorize(client, scope);
    }
    ClientAccess access = new ClientAccess(client.getName(), scope);
    if (usage != null) {
      usage.hold(client, access);
    }
    if (isNew(access) && QuietLog.isLoggable(LOG, level)) {
      QuietLog.write(
          () -> LOG.log(level, "{0} may ask for \"{1}\".", client.getName(), scope.parameter()));
    }
  }

  /** Returns the generated client that encloses {@code calls}, else {@code calls} itself. */
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
