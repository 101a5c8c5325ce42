package visibuild.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import visibuild.ClientAuthorizer;
import visibuild.ClientNotPermittedException;
import visibuild.Scope;

/**
 * Lets only those clients be made that a policy file permits, with its lock and its approvals. It
 * is the last look: the same file should have held in the build already.
 *
 * <pre>{@code
 * Visibuild.builder()
 *     .clientAuthorizer(PolicyEnforcer.ofFile(Path.of("visibuild-policy.json")))
 * }</pre>
 *
 * <p>What a client may do stands in its descriptor, a resource beside its class; a client without
 * one is refused, and so is a class that is not the client which it describes. An approval has to
 * count on the day on which the client is made: a program that is started after that day does not
 * get the client. Uploads by {@link visibuild.Attachments} are held to the policy as {@code
 * visibuild.Attachments#upload}. Needs the artifact {@code visibuild-policy}. Safe for use by
 * several threads.
 *
 * @since 0.1
 */
public final class PolicyEnforcer implements ClientAuthorizer {
  private static final int LONGEST_DESCRIPTOR = 8 * 1024 * 1024;

  private final TeamPolicy team;
  private final Clock clock;

  private PolicyEnforcer(TeamPolicy team, Clock clock) {
    this.team = team;
    this.clock = clock;
  }

  /**
   * Reads a policy, and the lock that it names.
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
          TeamPolicy.open(Optional.of(policy), Optional.empty(), Path::toString), clock);
    } catch (IOException | MalformedFileException unusable) {
      throw new IllegalArgumentException(unusable.getMessage(), unusable);
    }
  }

  @Override
  public void authorize(Class<?> client, Scope scope) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Descriptor descriptor =
        client.getName().equals(UploadDescriptor.CLIENT)
            ? UploadDescriptor.descriptor(Optional.empty())
            : descriptor(client);
    List<Violation> violations = team.check(today).violationsOf(descriptor);
    if (!violations.isEmpty()) {
      throw new ClientNotPermittedException(
          client.getName()
              + " is not permitted here.\n"
              + violations.stream().map(Violation::message).collect(Collectors.joining("\n")));
    }
  }

  private static Descriptor descriptor(Class<?> client) {
    Class<?>[] implemented = client.getInterfaces();
    String place =
        DescriptorFile.FOLDER
            + (implemented.length == 1 ? implemented[0] : client).getName()
            + ".json";
    try (InputStream content = client.getResourceAsStream("/" + place)) {
      if (content == null) {
        throw new ClientNotPermittedException(
            "%s is not permitted here: there is no %s, so its permissions are unknown. Keep %s** in the program's jar, and make clients with the processor."
                .formatted(client.getName(), place, DescriptorFile.FOLDER));
      }
      Descriptor descriptor =
          DescriptorFile.read(place, content.readNBytes(LONGEST_DESCRIPTOR + 1));
      if (!descriptor.client().equals(client.getName())) {
        throw new ClientNotPermittedException(
            "%s is not permitted here: %s describes %s, so it is not known what this class may do. Use the generated client."
                .formatted(client.getName(), place, descriptor.client()));
      }
      return descriptor;
    } catch (IOException | MalformedFileException unreadable) {
      throw new ClientNotPermittedException(
          client.getName()
              + " is not permitted here: its descriptor cannot be read. "
              + unreadable.getMessage());
    }
  }
}
