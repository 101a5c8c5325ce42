package visibuild.sample.ticket;

import java.util.List;
import visibuild.client.Project;

/** The project that a person named is not there, or is not the only one of that name. */
public final class UnknownProjectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Not serialised: a failure that travels keeps its sentence. */
  private final transient List<Project> choices;

  UnknownProjectException(String message, List<Project> choices) {
    super(message);
    this.choices = List.copyOf(choices);
  }

  /** The projects that could have been meant. */
  public List<Project> choices() {
    return choices;
  }
}
