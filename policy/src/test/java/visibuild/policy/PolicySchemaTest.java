package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares docs/reference/policy.schema.json with the reader. */
class PolicySchemaTest {
  private static final String COMPLETE =
      """
      {
        "version": 1,
        "extends": "../company-policy.json",
        "highestScope": "READ_WRITE",
        "mayWrite": ["com.acme.Desk$Api#open", "com.acme.A", "com.acme.*", "com.acme.**"],
        "neverCall": ["DELETE api/core/v1/**", "api/core/v1/webhooks/*"],
        "approvals": [
          {"write": "com.acme.*", "approvedBy": "Kim", "until": "2027-06-30", "reason": "tickets"}
        ],
        "lock": "visibuild-lock.json"
      }
      """;

  @Test
  void completePolicy_isValidAndReadable() throws IOException {
    assertThat(schema().validate(COMPLETE, InputFormat.JSON)).isEmpty();
    assertThatCode(() -> PolicyFile.read("policy.json", Examples.bytes(COMPLETE)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"version\": 1|\"version\": 2",
        "\"version\": 1,|",
        "\"extends\": \"../company-policy.json\"|\"extends\": 1",
        "\"highestScope\"|\"highestscope\"",
        "\"READ_WRITE\"|\"WRITE\"",
        "\"com.acme.A\"|\"com.acme.A*\"",
        "\"com.acme.A\"|\"\"",
        "\"api/core/v1/webhooks/*\"|\" \"",
        "\"approvedBy\": \"Kim\", |",
        "\"2027-06-30\"|\"June\"",
        "\"reason\"|\"why\"",
        "\"visibuild-lock.json\"|\" \"",
      })
  void schemaAndReader_refuseTheSameMistakes(String change) throws IOException {
    String[] parts = change.split("\\|", -1);
    String wrong = COMPLETE.replace(parts[0], parts[1]);

    assertThat(wrong).isNotEqualTo(COMPLETE);
    assertThat(schema().validate(wrong, InputFormat.JSON)).isNotEmpty();
    assertThatThrownBy(() -> PolicyFile.read("policy.json", Examples.bytes(wrong)))
        .isInstanceOf(MalformedFileException.class);
  }

  @Test
  void policyOfTheSample_isValid() throws IOException {
    String policy = Files.readString(Path.of("../sample/visibuild-policy.json"));

    assertThat(schema().validate(policy, InputFormat.JSON)).isEmpty();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(Path.of("../docs/reference/policy.schema.json")));
  }
}
