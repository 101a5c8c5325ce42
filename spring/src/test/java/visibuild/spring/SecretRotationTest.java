package visibuild.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import visibuild.ClientCredentials;
import visibuild.Credential;
import visibuild.Scope;
import visibuild.spring.fixture.ProjectsApi;
import visibuild.testing.SandboxRequest.TokenRequest;
import visibuild.testing.VisibuildSandbox;

/** Replaces the secret while a program runs: the next token is requested with the new one. */
@Tag("slow")
class SecretRotationTest {
  private static final String SECRET = "visibuild.client-secret";

  @TempDir private Path folder;
  private VisibuildSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = VisibuildSandbox.start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void fileOfAConfigTree_isReadAgain() throws IOException {
    Path file = folder.resolve("visibuild/client-secret");
    Files.createDirectories(file.getParent());
    Files.writeString(file, secret());

    try (ConfigurableApplicationContext program =
        program(List.of("--spring.config.import=configtree:" + folder + "/"))) {
      assertNextTokenHasTheNewSecret(program, () -> Files.writeString(file, secret() + "\n"));
    }
  }

  @Test
  void linkedFileOfAConfigTree_isReadAgain() throws IOException {
    // Kubernetes mounts a secret as a link to a folder that it replaces.
    Path first = Files.createDirectories(folder.resolve("..2026"));
    Path second = Files.createDirectories(folder.resolve("..2027"));
    Files.writeString(first.resolve(SECRET), secret());
    Path data = Files.createSymbolicLink(folder.resolve("..data"), first);
    Files.createSymbolicLink(folder.resolve(SECRET), Path.of("..data", SECRET));

    try (ConfigurableApplicationContext program =
        program(List.of("--spring.config.import=configtree:" + folder + "/"))) {
      assertNextTokenHasTheNewSecret(
          program,
          () -> {
            Files.writeString(second.resolve(SECRET), secret());
            Files.delete(data);
            Files.createSymbolicLink(data, second);
          });
    }
  }

  @Test
  void secretFile_isReadAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), secret());

    try (ConfigurableApplicationContext program =
        program(List.of("--visibuild.client-secret-file=" + file))) {
      assertNextTokenHasTheNewSecret(program, () -> Files.writeString(file, secret()));
    }
  }

  @Test
  void propertySourceThatChanges_isReadAgain() throws IOException {
    Map<String, Object> vault = new ConcurrentHashMap<>(Map.of(SECRET, secret()));

    try (ConfigurableApplicationContext program =
        builder(Program.class)
            .initializers(
                context ->
                    context
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("vault", vault)))
            .run(arguments(List.of()))) {
      assertNextTokenHasTheNewSecret(program, () -> vault.put(SECRET, secret()));
    }
  }

  @Test
  void credentialWithASupplier_isAskedAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("store"), secret());

    try (ConfigurableApplicationContext program =
        builder(Program.class, OwnCredential.class)
            .run(arguments(List.of("--store=" + file, "--id=" + id())))) {
      assertNextTokenHasTheNewSecret(program, () -> Files.writeString(file, secret()));
    }
  }

  private interface Change {
    void make() throws IOException;
  }

  private void assertNextTokenHasTheNewSecret(
      ConfigurableApplicationContext program, Change replaceSecret) throws IOException {
    ProjectsApi projects = program.getBean(ProjectsApi.class);
    assertThat(projects.all()).isNotEmpty();

    sandbox.rotateSecret(Scope.READ);
    replaceSecret.make();
    sandbox.clock().advance(Duration.ofMinutes(61));

    assertThat(projects.all()).isNotEmpty();
    assertThat(sandbox.tokenRequests()).last().extracting(TokenRequest::status).isEqualTo(200);
    assertThat(sandbox.tokenRequests()).filteredOn(each -> each.status() == 200).hasSize(2);
  }

  private ConfigurableApplicationContext program(List<String> more) {
    return builder(Program.class).run(arguments(more));
  }

  private SpringApplicationBuilder builder(Class<?>... sources) {
    VisibuildBuilderCustomizer clock = builder -> builder.clock(sandbox.clock());
    return new SpringApplicationBuilder(sources)
        .web(WebApplicationType.NONE)
        .initializers(context -> context.getBeanFactory().registerSingleton("clock", clock));
  }

  private String[] arguments(List<String> more) {
    List<String> all =
        new ArrayList<>(
            List.of("--visibuild.base-url=" + sandbox.baseUrl(), "--visibuild.scope=read"));
    if (more.stream().noneMatch(each -> each.startsWith("--id="))) {
      all.add("--visibuild.client-id=" + id());
    }
    all.addAll(more);
    return all.toArray(String[]::new);
  }

  private String id() {
    return sandbox.environment(Scope.READ).get("VISIBUILD_CLIENT_ID");
  }

  private String secret() {
    return sandbox.environment(Scope.READ).get("VISIBUILD_CLIENT_SECRET");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Program {}

  @Configuration(proxyBeanMethods = false)
  static class OwnCredential {
    @Bean
    Credential credential(org.springframework.core.env.Environment environment) {
      return ClientCredentials.of(
          environment.getRequiredProperty("id"),
          () -> SecretProperties.read(Path.of(environment.getRequiredProperty("store"))),
          Scope.READ);
    }
  }
}
