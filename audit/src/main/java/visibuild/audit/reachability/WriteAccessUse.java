package visibuild.audit.reachability;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records whether a program needs a credential with write access apart from the clients that it
 * creates.
 *
 * <ul>
 *   <li>{@code Visibuild.writeAccess()} fails with a credential that only reads, and Spring has no
 *       {@code WriteAccess} to inject then.
 *   <li>{@code ClientCredentials.withoutNarrowing()} sends each read with a token of the declared
 *       scope, which is {@code READ_WRITE} or comes from outside of the program.
 * </ul>
 */
final class WriteAccessUse {
  private static final String ACCESS = "visibuild/WriteAccess";
  private static final String SCOPE = "visibuild/Scope";

  /**
   * A reason why the credential must cover writes.
   *
   * @param what the method that needs it, the last step of the path
   * @param cause the reached code that leads to it
   */
  record Need(String what, Cause cause) {}

  private @Nullable Cause access;
  private @Nullable Cause injected;
  private @Nullable Cause unnarrowed;
  private boolean mayDeclareWrite;

  /** Reached code invokes {@code owner}.{@code name}, a method of the runtime. */
  void call(String owner, String name, Cause cause) {
    if (owner.equals("visibuild/Visibuild") && name.equals("writeAccess")) {
      access = access == null ? cause : access;
    } else if (name.equals("withoutNarrowing") && owner.startsWith("visibuild/")) {
      unnarrowed = unnarrowed == null ? cause : unnarrowed;
    } else if ((name.equals("fromEnvironment") && owner.startsWith("visibuild/"))
        || (owner.equals(SCOPE) && (name.equals("valueOf") || name.equals("values")))) {
      mayDeclareWrite = true;
    }
  }

  /** Reached code looks up a method by its name. */
  void named(Use.MethodByName use, Cause cause) {
    String owner = use.type().isEmpty() ? "visibuild/Visibuild" : use.type();
    if (owner.equals("visibuild/Visibuild") && use.name().equals("writeAccess")) {
      call(owner, use.name(), cause);
    }
  }

  /** Reached code reads a static field. */
  void field(Use.StaticField field, Cause cause) {
    mayDeclareWrite |= field.owner().equals(SCOPE) && field.name().equals("READ_WRITE");
  }

  /**
   * A framework creates a class with constructors, fields or annotated methods that take {@code
   * types}.
   */
  void injected(Set<String> types, Cause cause) {
    if (types.contains(ACCESS)) {
      injected = injected == null ? cause : injected;
    }
  }

  /** Returns the first reason; empty if a credential that only reads is enough. */
  Optional<Need> need() {
    if (access != null) {
      return Optional.of(new Need("visibuild.Visibuild.writeAccess", access));
    }
    if (injected != null) {
      return Optional.of(new Need("visibuild.WriteAccess", injected));
    }
    return unnarrowed == null || !mayDeclareWrite
        ? Optional.empty()
        : Optional.of(new Need("visibuild.ClientCredentials.withoutNarrowing", unnarrowed));
  }
}
