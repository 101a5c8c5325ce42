package visibuild.policy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import visibuild.ClientAuthorizer;
import visibuild.ClientNotPermittedException;
import visibuild.Scope;

/**
 * Permits only those clients that a policy file, its lock and its approvals permit. It is the last
 * check: the same files should have been checked in the build already.
 *
 * <pre>{@code
 * Visibuild.builder()
 *     .clientAuthorizer(PolicyEnforcer.ofFile(Path.of("visibuild-policy.json")))
 * }</pre>
 *
 * <p>To introduce a policy without a risk for a running program, warn first. Each violation is then
 * logged and passed to a listener, and the client is created:
 *
 * <pre>{@code
 * PolicyEnforcer.ofFile(policy)
 *     .warnOnly(denial -> denial.reasons().forEach(each -> meter.increment(each)))
 * }</pre>
 *
 * <p>The permissions of a client stand in its descriptor, a resource beside its class. A client
 * without a descriptor is refused, and so is a class that is not the client that its descriptor
 * names. An approval must be valid on the day on which the client is created. Uploads by {@link
 * visibuild.Attachments} are checked as {@code visibuild.Attachments#upload}. Needs the artifact
 * {@code visibuild-policy}. Safe for use by several threads.
 *
 * @since 0.1
 */
public final class PolicyEnforcer implements ClientAuthorizer {
  /** The reason of a denial without a policy rule: the client has no usable descriptor. */
  public static final String DESCRIPTOR_UNUSABLE = "descriptor-unusable";

  private static final Logger LOG = System.getLogger("visibuild.access");
  private static final int LONGEST_DESCRIPTOR = 8 * 1024 * 1024;

  private final TeamPolicy team;
  private final Clock clock;

  /** The receiver of denials in warn mode; null if denials are enforced. */
  private final @Nullable Consumer<Denial> listener;

  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  private PolicyEnforcer(TeamPolicy team, Clock clock, @Nullable Consumer<Denial> listener) {
    this.team = team;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * A client that the policy does not permit.
   *
   * @param client the binary name of the client's class
   * @param reasons the ids of the violated {@linkplain Rule rules}, each once, or {@link
   *     #DESCRIPTOR_UNUSABLE}; few and constant, so they are fit for a meter's tag
   * @param message the message for people, of several lines
   * @since 0.1
   */
  public record Denial(String client, List<String> reasons, String message) {
    /** Makes a denial of a copy of {@code reasons}. */
    public Denial {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Reads a policy, the policies that it extends, and the lock that it names.
   *
   * @throws IllegalArgumentException if a file cannot be read or is malformed; the message names
   *     the position
   */
  public static PolicyEnforcer ofFile(Path policy) {
    return ofFile(policy, Clock.systemUTC());
  }

  /**
   * Reads a policy, and uses {@code clock} for the expiry of approvals, so that a test need not
   * wait.
   *
   * @throws IllegalArgumentException if a file cannot be read or is malformed
   */
  public static PolicyEnforcer ofFile(Path policy, Clock clock) {
    try {
      return new PolicyEnforcer(
          TeamPolicy.open(Optional.of(policy), Optional.empty(), Path::toString), clock, null);
    } catch (IOException | MalformedFileException unusable) {
      throw new IllegalArgumentException(unusable.getMessage(), unusable);
    }
  }

  /**
   * Returns an enforcer of the same policy that permits every client, and logs what it would refuse
   * as a warning of the logger {@code visibuild.access}: each client and reason once.
   */
  public PolicyEnforcer warnOnly() {
    return warnOnly(denial -> {});
  }

  /**
   * Returns an enforcer as {@link #warnOnly()} does, which passes each denial to {@code listener}
   * too, every time. A listener that fails is logged and affects no client.
   *
   * @param listener called by the thread that creates the client
   */
  public PolicyEnforcer warnOnly(Consumer<Denial> listener) {
    return new PolicyEnforcer(team, clock, listener);
  }

  @Override
  public void authorize(Class<?> client, Scope scope) {
    Optional<Denial> denial = denialOf(client);
    if (denial.isEmpty()) {
      return;
    }
    if (listener == null) {
      throw new ClientNotPermittedException(denial.get().message());
    }
    warn(denial.get(), listener);
  }

  private void warn(Denial denial, Consumer<Denial> receiver) {
    boolean first = false;
    for (String reason : denial.reasons()) {
      first |= logged.add(denial.client() + " " + reason);
    }
    if (first) {
      LOG.log(
          Level.WARNING,
          "The policy is not enforced, only watched. {0}",
          denial.message().replaceAll("\\s*\\R\\s*", " "));
    }
    try {
      receiver.accept(denial);
    } catch (RuntimeException failure) {
      if (logged.add("listener")) {
        LOG.log(Level.WARNING, "The listener for policy warnings failed.", failure);
      }
    }
  }

  private Optional<Denial> denialOf(Class<?> client) {
    try {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      List<Violation> violations = team.check(today).violationsOf(descriptor(client));
      return violations.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Denial(
                  client.getName(),
                  violations.stream().map(violation -> violation.rule().id()).distinct().toList(),
                  client.getName()
                      + " is not permitted here.\n"
                      + violations.stream()
                          .map(Violation::message)
                          .collect(Collectors.joining("\n"))));
    } catch (UnusableDescriptorException unusable) {
      return Optional.of(
          new Denial(
              client.getName(),
              List.of(DESCRIPTOR_UNUSABLE),
              "%s is not permitted here: %s".formatted(client.getName(), unusable.getMessage())));
    }
  }

  private static Descriptor descriptor(Class<?> client) throws UnusableDescriptorException {
    if (client.getName().equals(UploadDescriptor.CLIENT)) {
      return UploadDescriptor.descriptor(Optional.empty());
    }
    Class<?>[] implemented = client.getInterfaces();
    String place =
        DescriptorFile.FOLDER
            + (implemented.length == 1 ? implemented[0] : client).getName()
            + ".json";
    try (InputStream content = client.getResourceAsStream("/" + place)) {
      if (content == null) {
        throw new UnusableDescriptorException(
            "there is no %s, so its permissions are unknown. Keep %s** in the program's jar, and generate clients with the processor."
                .formatted(place, DescriptorFile.FOLDER));
      }
      Descriptor descriptor =
          DescriptorFile.read(place, content.readNBytes(LONGEST_DESCRIPTOR + 1));
      if (!descriptor.client().equals(client.getName())) {
        throw new UnusableDescriptorException(
            "%s describes %s, so the permissions of this class are unknown. Use the generated client."
                .formatted(place, descriptor.client()));
      }
      return descriptor;
    } catch (IOException | MalformedFileException unreadable) {
      throw new UnusableDescriptorException(
          "its descriptor cannot be read. " + unreadable.getMessage());
    }
  }

  /** A client without a descriptor that describes it. */
  private static final class UnusableDescriptorException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableDescriptorException(String message) {
      super(message);
    }
  }
}
