package visibuild.audit.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import visibuild.audit.Client;
import visibuild.policy.Descriptor;
import visibuild.policy.DescriptorFile;
import visibuild.policy.MalformedFileException;
import visibuild.policy.SourcePosition;
import visibuild.policy.UploadDescriptor;

/** The clients found so far in one program, the runtime's uploads among them. */
final class ClientCollector {
  private static final Pattern PLACE = Pattern.compile("(.*/)?META-INF/visibuild/[^/]+\\.json");
  private static final Pattern ARCHIVE = Pattern.compile("(?i).*\\.[jwe]ar");

  private final List<Client> clients = new ArrayList<>();
  private final Set<Descriptor> known = new HashSet<>();
  private final ResourceUsage budget;
  private boolean uploads;

  ClientCollector(ResourceUsage budget) {
    this.budget = budget;
  }

  /** Whether the file {@code name}, with {@code /} between its parts, tells something. */
  static boolean isOfInterest(String name) {
    return isDescriptor(name) || isArchive(name) || UploadSearch.isFor(name);
  }

  private static boolean isDescriptor(String name) {
    return PLACE.matcher(name).matches();
  }

  /** Whether {@code name} is that of an archive that can hold classes. */
  static boolean isArchive(String name) {
    return ARCHIVE.matcher(name).matches();
  }

  /** Adds what {@code name} of {@code origin} tells: a descriptor, or a class that uploads. */
  void add(InputStream content, String name, String origin)
      throws IOException, UnreadableException {
    String where = origin + "!/" + name;
    if (isDescriptor(name)) {
      addDescriptor(content, name, origin, where);
    } else if (!uploads) {
      UploadSearch search = new UploadSearch();
      budget.unpack(content, search, where);
      if (search.hasFound()) {
        uploads = true;
        SourcePosition place = new SourcePosition(name, OptionalInt.empty());
        clients.add(new Client(UploadDescriptor.descriptor(Optional.of(place)), origin));
      }
    }
  }

  /** Adds a descriptor, unless the very same was found before. */
  private void addDescriptor(InputStream content, String name, String origin, String where)
      throws IOException, UnreadableException {
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
