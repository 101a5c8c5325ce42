package visibuild.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import visibuild.Visibuild;
import visibuild.client.Project;
import visibuild.client.Ticket;
import visibuild.client.Visi;

/** Records for tests, from the JSON that a server would send. */
public final class FromJson {
  private FromJson() {}

  public static Project project(String json) {
    return read(json, Project.class);
  }

  public static Visi visi(String json) {
    return read(json, Visi.class);
  }

  public static Ticket ticket(String json) {
    return read(json, Ticket.class);
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return Visibuild.newObjectMapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
