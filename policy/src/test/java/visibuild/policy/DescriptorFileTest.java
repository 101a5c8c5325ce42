package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescriptorFileTest {
  private static final String PLACE = "META-INF/visibuild/com.acme.desk.TicketsApi.json";

  @Test
  void writesTheGoldenFileOfAWritingInterface() throws IOException {
    assertThat(DescriptorFile.write(Examples.TICKETS)).isEqualTo(Examples.golden(Examples.TICKETS));
  }

  @Test
  void writesTheGoldenFileOfANestedInterfaceWithoutLines() throws IOException {
    assertThat(DescriptorFile.write(Examples.SEARCH)).isEqualTo(Examples.golden(Examples.SEARCH));
  }

  @Test
  void readsWhatItWrote() throws MalformedFileException {
    for (Descriptor descriptor : new Descriptor[] {Examples.TICKETS, Examples.SEARCH}) {
      assertThat(read(DescriptorFile.write(descriptor))).isEqualTo(descriptor);
    }
  }

  /** A path may hold each character that a Java string may hold. */
  @Test
  void everyCharacterOfAPathIsReadAsItWasWritten() throws MalformedFileException {
    StringBuilder path = new StringBuilder();
    for (char c = 0; c < 0x2100; c++) {
      path.append(c);
    }
    Descriptor descriptor =
        new Descriptor(
            Examples.TICKETS.api(),
            Examples.TICKETS.client(),
            Examples.TICKETS.scope(),
            path + "\uD83D\uDE00",
            Optional.empty(),
            List.of());
    assertThat(read(DescriptorFile.write(descriptor))).isEqualTo(descriptor);
    assertThat(DescriptorFile.write(descriptor)).contains("\\u0000", "\\\"", "\\\\", "\\n");
  }

  @Test
  void whatIsWrittenFitsTheSchema() throws IOException {
    Schema schema = schema();
    for (Descriptor descriptor : new Descriptor[] {Examples.TICKETS, Examples.SEARCH}) {
      assertThat(schema.validate(DescriptorFile.write(descriptor), InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void schemaAndReaderRefuseTheSameUnknownKey() throws IOException {
    String odd = Examples.golden(Examples.TICKETS).replace("\"client\"", "\"clinet\"");
    assertThat(schema().validate(odd, InputFormat.JSON)).isNotEmpty();
    assertThatThrownBy(() -> read(odd)).isInstanceOf(MalformedFileException.class);
  }

  @Test
  void newerVersionIsRefusedWithWhatToDo() throws IOException {
    String newer = Examples.golden(Examples.TICKETS).replace("\"version\": 1", "\"version\": 2");
    assertThatThrownBy(() -> read(newer))
        .hasMessage(
            PLACE
                + ":2: this is a descriptor of version 2, and versions up to 1 are understood here;"
                + " it was made for a newer release of Visibuild for Java, so use that one.");
  }

  @Test
  void aPostDeclaredAsReadWithoutRequiresScopeIsRefused() throws IOException {
    String lie = Examples.golden(Examples.SEARCH).replace("\"REQUIRES_SCOPE\"", "\"VERB\"");
    assertThatThrownBy(() -> read(lie)).hasMessageContaining("POST does not need READ");
  }

  @Test
  void aWriteInAnInterfaceThatDeclaresReadIsRefused() throws IOException {
    String lie =
        Examples.golden(Examples.TICKETS)
            .replaceFirst("\"scope\": \"READ_WRITE\"", "\"scope\": \"READ\"");
    assertThatThrownBy(() -> read(lie)).hasMessageContaining("the interface declares READ");
  }

  @Test
  void deepNestingIsRefused() {
    assertThatThrownBy(() -> read("[".repeat(100_000)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("nesting depth");
  }

  @Test
  void textThatIsNoJsonIsRefusedAtItsLine() {
    assertThatThrownBy(() -> read("{\n  \"version\": 1,\n  oops\n}"))
        .hasMessageStartingWith(PLACE + ":3: ");
  }

  @Test
  void keyThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> read("{\"version\": 1, \"version\": 1}"))
        .hasMessageContaining("Duplicate");
  }

  private static Descriptor read(String text) throws MalformedFileException {
    return DescriptorFile.read(PLACE, Examples.bytes(text));
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(Path.of("..", "docs", "reference", "descriptor.schema.json")));
  }
}
