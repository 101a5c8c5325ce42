package visibuild.audit.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import visibuild.audit.Client;
import visibuild.policy.Descriptor;
import visibuild.policy.DescriptorFile;
import visibuild.policy.MalformedFileException;

/** The clients found so far in one program. */
final class Found {
  private static final Pattern PLACE = Pattern.compile("(.*/)?META-INF/visibuild/[^/]+\\.json");
  private static final Pattern ARCHIVE = Pattern.compile("(?i).*\\.[jwe]ar");

  private final List<Client> clients = new ArrayList<>();
  private final Set<Descriptor> known = new HashSet<>();
  private final Budget budget;

  Found(Budget budget) {
    this.budget = budget;
  }

  /** Whether {@code name}, with {@code /} between its parts, is where a descriptor lies. */
  static boolean isDescriptor(String name) {
    return PLACE.matcher(name).matches();
  }

  /** Whether {@code name} is that of an archive that can hold classes. */
  static boolean isArchive(String name) {
    return ARCHIVE.matcher(name).matches();
  }

  /** Adds the descriptor {@code name} of {@code origin}, unless the very same was found before. */
  void add(InputStream content, String name, String origin)
      throws IOException, UnreadableException {
    String where = origin + "!/" + name;
    try {
      Descriptor descriptor = DescriptorFile.read(where, budget.descriptor(content, where));
      if (!name.endsWith("/" + descriptor.api() + ".json")) {
        throw new UnreadableException(
            "%s: the file describes %s. Build the jar that it came from again."
                .formatted(where, descriptor.api()));
      }
      if (known.add(descriptor)) {
        budget.methods(descriptor, where);
        clients.add(new Client(descriptor, origin));
      }
    } catch (MalformedFileException malformed) {
      throw new UnreadableException(
          malformed.getMessage() + " Build the jar that it came from again.", malformed);
    }
  }

  List<Client> clients() {
    return List.copyOf(clients);
  }
}
