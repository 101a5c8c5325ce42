package visibuild;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import okhttp3.OkHttpClient;

/** A connection to Visibuild with one credential. */
public final class Visibuild implements AutoCloseable {
  private Visibuild() {}

  public static Builder builder() {
    return new Builder();
  }

  public ReadAccess readAccess() {
    throw new IllegalStateException("not yet");
  }

  public WriteAccess writeAccess() {
    throw new IllegalStateException("not yet");
  }

  @Override
  public void close() {}

  /** Collects what a {@link Visibuild} is made of. */
  public static final class Builder {
    private Builder() {}

    public Builder region(Region region) {
      return this;
    }

    public Builder baseUrl(String baseUrl) {
      return this;
    }

    public Builder credential(Credential credential) {
      return this;
    }

    public Builder httpClient(OkHttpClient httpClient) {
      return this;
    }

    public Builder objectMapper(ObjectMapper objectMapper) {
      return this;
    }

    public Builder clock(Clock clock) {
      return this;
    }

    public Visibuild build() {
      return new Visibuild();
    }
  }
}
