package visibuild.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import visibuild.Visibuild;

/** Decodes records from JSON as the runtime does. */
final class FromJson {
  private FromJson() {}

  static Project project(String json) {
    return read(json, Project.class);
  }

  static Visi visi(String json) {
    return read(json, Visi.class);
  }

  static Ticket ticket(String json) {
    return read(json, Ticket.class);
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return Visibuild.newObjectMapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
