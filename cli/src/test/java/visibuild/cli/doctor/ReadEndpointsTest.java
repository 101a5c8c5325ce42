package visibuild.cli.doctor;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import visibuild.cli.doctor.ReadEndpoint.Kind;
import visibuild.client.LocationClosure;
import visibuild.client.Ticket;
import visibuild.client.Visi;
import visibuild.client.VisibuildReadClient;
import visibuild.policy.DescriptorFile;
import visibuild.policy.MalformedFileException;
import visibuild.policy.MethodDescriptor;

class ReadEndpointsTest {
  @Test
  void endpoints_areAllReadsOfTheDescriptorsOfTheClient() throws Exception {
    Set<String> reads = new TreeSet<>();
    for (byte[] descriptor : descriptorsOfTheClient()) {
      reads.addAll(reads(descriptor));
    }

    assertThat(reads).hasSizeGreaterThan(20);
    assertThat(ReadEndpoints.ofClient())
        .extracting(ReadEndpoint::path)
        .containsExactlyInAnyOrderElementsOf(reads);
  }

  @Test
  void everyEndpoint_hasARecord() {
    assertThat(ReadEndpoints.ofClient())
        .allSatisfy(
            endpoint -> {
              assertThat(endpoint.kind()).isNotEqualTo(Kind.OTHER);
              assertThat(endpoint.record()).isNotNull();
            });
  }

  @Test
  void record_isTheTypeInsideOfThePageOrTheOptional() {
    assertThat(ReadEndpoints.ofClient())
        .contains(
            new ReadEndpoint("api/core/v1/projects/{projectId}/visis", Kind.LIST, Visi.class, null),
            new ReadEndpoint("api/core/v1/tickets/{id}", Kind.SINGLE, Ticket.class, null),
            new ReadEndpoint(
                "api/core/v1/projects/{projectId}/location-closures",
                Kind.LIST,
                LocationClosure.class,
                null));
  }

  @Test
  void listWithIds_standsInFrontOfTheEndpointsThatNeedThem() {
    List<String> paths = ReadEndpoints.ofClient().stream().map(ReadEndpoint::path).toList();

    assertThat(ReadEndpoints.ofClient())
        .filteredOn(endpoint -> endpoint.parent().isPresent())
        .isNotEmpty()
        .allSatisfy(
            endpoint ->
                assertThat(paths.indexOf(endpoint.parent().orElseThrow()))
                    .isBetween(0, paths.indexOf(endpoint.path()) - 1));
  }

  private static Set<String> reads(byte[] descriptor) throws MalformedFileException {
    return DescriptorFile.read("descriptor", descriptor).methods().stream()
        .filter(method -> method.verb().equals("GET"))
        .map(MethodDescriptor::path)
        .collect(toSet());
  }

  /** Reads the files of the jar or the folder that has the client's classes. */
  private static List<byte[]> descriptorsOfTheClient() throws IOException, URISyntaxException {
    URI classes =
        VisibuildReadClient.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    if (Files.isDirectory(Path.of(classes))) {
      return files(Path.of(classes).resolve(DescriptorFile.FOLDER));
    }
    try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + classes), Map.of())) {
      return files(jar.getPath(DescriptorFile.FOLDER));
    }
  }

  private static List<byte[]> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<byte[]> contents = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        contents.add(Files.readAllBytes(file));
      }
      return contents;
    }
  }
}
