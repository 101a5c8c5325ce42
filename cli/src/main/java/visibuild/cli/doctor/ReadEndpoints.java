package visibuild.cli.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import visibuild.VisibuildApi;
import visibuild.client.VisibuildReadClient;
import visibuild.policy.Descriptor;
import visibuild.policy.DescriptorFile;
import visibuild.policy.MalformedFileException;
import visibuild.policy.MethodDescriptor;

/**
 * The endpoints that {@code visibuild-client} reads. They come from the accessors of {@link
 * VisibuildReadClient} and from the descriptors of its interfaces, so that a new endpoint is found
 * without a change here.
 */
final class ReadEndpoints {
  private ReadEndpoints() {}

  /** Returns each endpoint once; a list stands in front of the endpoints that need its ids. */
  static List<ReadEndpoint> ofClient() {
    Map<String, ReadEndpoint> endpoints = new TreeMap<>();
    for (Class<?> api : interfaces().toList()) {
      for (MethodDescriptor method : descriptor(api).methods()) {
        if (method.verb().equals("GET") && !method.writes()) {
          endpoints.putIfAbsent(method.path(), ReadEndpoint.of(method, method(api, method)));
        }
      }
    }
    return endpoints.values().stream()
        .sorted(
            Comparator.comparingInt((ReadEndpoint each) -> each.segments().size())
                .thenComparing(ReadEndpoint::path))
        .toList();
  }

  private static Stream<Class<?>> interfaces() {
    return Arrays.stream(VisibuildReadClient.class.getMethods())
        .<Class<?>>map(Method::getReturnType)
        .filter(type -> type.isAnnotationPresent(VisibuildApi.class));
  }

  private static Descriptor descriptor(Class<?> api) {
    String file = DescriptorFile.FOLDER + api.getName() + ".json";
    try (InputStream stream = api.getClassLoader().getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("The jar of " + api.getName() + " has no file " + file);
      }
      return DescriptorFile.read(file, stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedFileException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Method method(Class<?> api, MethodDescriptor descriptor) {
    return Arrays.stream(api.getMethods())
        .filter(method -> method.getName().equals(descriptor.name()))
        .filter(
            method ->
                Arrays.stream(method.getParameterTypes())
                    .map(Class::getTypeName)
                    .toList()
                    .equals(descriptor.parameters()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    api.getName() + " has no method " + descriptor.signature()));
  }
}
