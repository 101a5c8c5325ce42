package visibuild.audit.read;

import java.io.ByteArrayOutputStream;
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
import visibuild.audit.Program;
import visibuild.audit.reachability.ProgramClasses;
import visibuild.audit.reachability.ReachabilityAnalysis;
import visibuild.policy.Descriptor;
import visibuild.policy.DescriptorFile;
import visibuild.policy.MalformedFileException;
import visibuild.policy.SourcePosition;
import visibuild.policy.UploadDescriptor;

/** Collects the descriptors, classes and texts of one program. */
final class ClientCollector {
  private static final Pattern PLACE = Pattern.compile("(.*/)?META-INF/visibuild/[^/]+\\.json");
  private static final Pattern ARCHIVE = Pattern.compile("(?i).*\\.[jwe]ar");

  private final List<Client> clients = new ArrayList<>();
  private final Set<Descriptor> known = new HashSet<>();
  private final ProgramClasses classes = new ProgramClasses();
  private final ResourceUsage budget;

  ClientCollector(ResourceUsage budget) {
    this.budget = budget;
  }

  /** Returns whether the file {@code name}, with {@code /} between its parts, is to be read. */
  static boolean isOfInterest(String name) {
    return isDescriptor(name) || isArchive(name) || ProgramClasses.isOfInterest(name);
  }

  /** Returns whether {@code name} is that of a class file or a descriptor, not of a text. */
  static boolean isCode(String name) {
    return name.endsWith(".class") || isDescriptor(name);
  }

  private static boolean isDescriptor(String name) {
    return PLACE.matcher(name).matches();
  }

  /** Returns whether {@code name} is that of an archive that can hold classes. */
  static boolean isArchive(String name) {
    return ARCHIVE.matcher(name).matches();
  }

  /** Adds the file {@code name} of {@code origin}: a descriptor, a class or a text. */
  void add(InputStream content, String name, String origin)
      throws IOException, UnreadableException {
    String where = origin + "!/" + name;
    if (isDescriptor(name)) {
      addDescriptor(content, name, origin, where);
    } else {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      budget.unpack(content, bytes, where);
      classes.add(name, origin, bytes.toByteArray());
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

  /** Returns the program of all that was added, with what its entry points reach. */
  Program program(String name) {
    classes
        .upload()
        .ifPresent(
            place -> {
              SourcePosition file = new SourcePosition(place.file(), OptionalInt.empty());
              clients.add(
                  new Client(UploadDescriptor.descriptor(Optional.of(file)), place.origin()));
            });
    List<Descriptor> descriptors = clients.stream().map(Client::descriptor).distinct().toList();
    return new Program(name, clients, ReachabilityAnalysis.of(classes, descriptors));
  }
}
