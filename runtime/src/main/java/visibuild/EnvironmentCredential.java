package visibuild;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Credential} from environment variables. */
final class EnvironmentCredential {
  private EnvironmentCredential() {}

  static Credential read(UnaryOperator<@Nullable String> environment) {
    throw new IllegalArgumentException("not yet");
  }
}
