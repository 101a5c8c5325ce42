package visibuild.policy;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import visibuild.policy.json.JsonText;

/** A descriptor as text. */
final class DescriptorJson {
  private DescriptorJson() {}

  static String of(Descriptor descriptor) {
    return JsonText.of(json -> write(descriptor, json));
  }

  private static void write(Descriptor descriptor, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", FileVersion.CURRENT);
    json.writeStringField("interface", descriptor.api());
    json.writeStringField("client", descriptor.client());
    json.writeStringField("scope", descriptor.scope().name());
    json.writeStringField("path", descriptor.path());
    source(descriptor.source(), json);
    json.writeArrayFieldStart("methods");
    for (MethodDescriptor method : descriptor.methods()) {
      write(method, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(MethodDescriptor method, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", method.name());
    json.writeArrayFieldStart("parameters");
    for (String parameter : method.parameters()) {
      json.writeString(parameter);
    }
    json.writeEndArray();
    json.writeStringField("verb", method.verb());
    json.writeStringField("path", method.path());
    json.writeStringField("scope", method.scope().name());
    json.writeStringField("reason", method.reason().name());
    source(method.source(), json);
    json.writeEndObject();
  }

  private static void source(Optional<SourcePosition> source, JsonGenerator json)
      throws IOException {
    if (source.isPresent()) {
      json.writeObjectFieldStart("source");
      json.writeStringField("file", source.get().file());
      if (source.get().line().isPresent()) {
        json.writeNumberField("line", source.get().line().getAsInt());
      }
      json.writeEndObject();
    }
  }
}
