package visibuild.spring.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import visibuild.policy.Descriptor;
import visibuild.policy.DescriptorFile;
import visibuild.policy.MalformedFileException;
import visibuild.spring.failure.InvalidVisibuildConfigurationException;

/**
 * The descriptors that the processor wrote beside the generated clients: {@code
 * META-INF/visibuild/<interface>.json} in every folder and jar of the class path.
 */
public final class ClientDescriptors {
  /** The pattern of the descriptors' places on a class path. */
  public static final String FILES = DescriptorFile.FOLDER + "*.json";

  private ClientDescriptors() {}

  /**
   * Returns the descriptors that {@code loader} finds, sorted by interface, one for each.
   *
   * @throws InvalidVisibuildConfigurationException if a descriptor cannot be read
   */
  public static List<Descriptor> on(@Nullable ClassLoader loader) {
    Map<String, Descriptor> found = new LinkedHashMap<>();
    for (Resource file : files(loader)) {
      Descriptor descriptor = read(file);
      found.putIfAbsent(descriptor.api(), descriptor);
    }
    return found.values().stream().sorted(Comparator.comparing(Descriptor::api)).toList();
  }

  private static List<Resource> files(@Nullable ClassLoader loader) {
    String pattern = ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX + FILES;
    try {
      return List.of(new PathMatchingResourcePatternResolver(loader).getResources(pattern));
    } catch (IOException e) {
      throw new InvalidVisibuildConfigurationException(
          "The descriptors of Visibuild clients (" + pattern + ") cannot be listed.", e);
    }
  }

  private static Descriptor read(Resource file) {
    String name = DescriptorFile.FOLDER + file.getFilename();
    try (InputStream content = file.getInputStream()) {
      return DescriptorFile.read(name, content.readAllBytes());
    } catch (IOException | MalformedFileException e) {
      throw new InvalidVisibuildConfigurationException(
          "The descriptor of a Visibuild client cannot be read: %s Build its module again."
              .formatted(e.getMessage()),
          e);
    }
  }
}
