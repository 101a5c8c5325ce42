package visibuild.processor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.policy.Descriptor;
import visibuild.policy.DescriptorFile;
import visibuild.processor.testing.Compiling;

/** The descriptors in {@code META-INF/visibuild}. */
@Tag("slow")
class DescriptorTest {
  static Stream<Path> goldenCases() throws IOException {
    try (Stream<Path> cases = Files.list(Path.of("src", "test", "resources", "golden"))) {
      return cases.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("goldenCases")
  void descriptorsOfAllGoldenInterfacesFitTheSchema(Path golden) throws Exception {
    List<JavaFileObject> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(golden)) {
      for (Path file : files.filter(each -> !each.toString().endsWith("Client.java")).toList()) {
        sources.add(JavaFileObjects.forResource(file.toUri().toURL()));
      }
    }
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Path.of("..", "docs", "reference", "descriptor.schema.json")));

    List<String> descriptors = descriptors(Compiling.compile(sources));

    assertThat(descriptors).isNotEmpty();
    for (String descriptor : descriptors) {
      assertThat(schema.validate(descriptor, InputFormat.JSON)).isEmpty();
      assertThat(DescriptorFile.write(DescriptorFile.read("", bytes(descriptor))))
          .isEqualTo(descriptor);
    }
  }

  @Test
  void allIsSaidOfAnInterface() throws IOException {
    Compilation compilation =
        Compiling.compile(
            List.of(
                JavaFileObjects.forSourceString(
                    "com.acme.Desk",
                    """
                    package com.acme;

                    import retrofit2.http.*;
                    import visibuild.*;

                    class Desk {
                      record Query(String text) {}

                      interface Shared<T> {
                        @GET("shared/{key}")
                        T shared(@Path("key") T key);
                      }

                      @VisibuildApi(scope = Scope.READ_WRITE, path = "api/v2/")
                      interface
                      SearchApi extends Shared<String> {
                        @RequiresScope(Scope.READ)
                        @POST("search?deep=yes")
                        java.util.List<
                                String>
                            search(@Body Query query, @Tag int[]... more);

                        default String first() { return shared("first"); }

                        @HTTP(method = "PURGE", path = "files/{path}/all")
                        void purge(@Path(value = "path", encoded = true) String path);
                        @DELETE
                        void follow(@Url String link);
                      }
                    }
                    """)));

    assertThat(descriptors(compilation))
        .singleElement()
        .isEqualTo(
            """
            {
              "version": 1,
              "interface": "com.acme.Desk$SearchApi",
              "client": "com.acme.Desk_SearchApiClient",
              "scope": "READ_WRITE",
              "path": "api/v2/",
              "source": {
                "file": "com/acme/Desk.java",
                "line": 16
              },
              "methods": [
                {
                  "name": "search",
                  "parameters": [
                    "com.acme.Desk$Query",
                    "int[][]"
                  ],
                  "verb": "POST",
                  "path": "api/v2/search?deep=yes",
                  "scope": "READ",
                  "reason": "REQUIRES_SCOPE",
                  "source": {
                    "file": "com/acme/Desk.java",
                    "line": 21
                  }
                },
                {
                  "name": "purge",
                  "parameters": [
                    "java.lang.String"
                  ],
                  "verb": "PURGE",
                  "path": "api/v2/files/{path...}/all",
                  "scope": "READ_WRITE",
                  "reason": "VERB",
                  "source": {
                    "file": "com/acme/Desk.java",
                    "line": 26
                  }
                },
                {
                  "name": "follow",
                  "parameters": [
                    "java.lang.String"
                  ],
                  "verb": "DELETE",
                  "path": "**",
                  "scope": "READ_WRITE",
                  "reason": "VERB",
                  "source": {
                    "file": "com/acme/Desk.java",
                    "line": 28
                  }
                },
                {
                  "name": "shared",
                  "parameters": [
                    "java.lang.String"
                  ],
                  "verb": "GET",
                  "path": "api/v2/shared/{key}",
                  "scope": "READ",
                  "reason": "VERB",
                  "source": {
                    "file": "com/acme/Desk.java",
                    "line": 11
                  }
                }
              ]
            }
            """);
  }

  @Test
  void fixedHeadersThatCanChangeTheRequest_areDescribed() throws Exception {
    Compilation compilation =
        Compiling.compile(
            List.of(
                JavaFileObjects.forSourceString(
                    "com.acme.DeskApi",
                    """
                    package com.acme;

                    import retrofit2.http.*;
                    import visibuild.*;

                    @VisibuildApi(scope = Scope.READ_WRITE)
                    interface DeskApi {
                      @Headers({"Prefer: return=minimal", "Accept-Language: en", "X-Api-Key: 4711"})
                      @POST("tickets")
                      void open();

                      @Headers("Accept: application/json")
                      @GET("tickets")
                      void list();
                    }
                    """)));

    Descriptor descriptor = DescriptorFile.read("", bytes(descriptors(compilation).get(0)));
    assertThat(descriptor.methods())
        .extracting(method -> method.headers())
        .containsExactly(List.of("prefer: return=minimal", "x-api-key"), List.of());
  }

  @Test
  void theDescriptorIsNamedByTheInterface() {
    Compilation compilation =
        Compiling.compile(
            List.of(
                Compiling.source(
                    "Outer",
                    "class Outer { @VisibuildApi(scope = Scope.READ) interface Api {"
                        + " @GET(\"x\") String get(); } }")));

    assertThat(
            compilation.generatedFile(
                StandardLocation.CLASS_OUTPUT, "META-INF/visibuild/api.Outer$Api.json"))
        .isPresent();
  }

  @Test
  void aStubThatKaptMadeOfKotlinHasNoLines() throws Exception {
    Compilation compilation =
        Compiling.compile(
            List.of(
                Compiling.source(
                    "Api",
                    "@kotlin.Metadata @VisibuildApi(scope = Scope.READ) interface Api {"
                        + " @GET(\"x\") String get(); }")));

    Descriptor descriptor = DescriptorFile.read("", bytes(descriptors(compilation).get(0)));
    assertThat(descriptor.source()).isEmpty();
    assertThat(descriptor.methods().get(0).source()).isEmpty();
  }

  private static List<String> descriptors(Compilation compilation) throws IOException {
    List<String> descriptors = new ArrayList<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getName().contains("META-INF/visibuild/")) {
        try (InputStream content = file.openInputStream()) {
          descriptors.add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return descriptors;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
