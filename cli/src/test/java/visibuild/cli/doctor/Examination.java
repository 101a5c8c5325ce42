package visibuild.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import visibuild.Scope;
import visibuild.testing.VisibuildSandbox;

/** Examinations of a sandbox, and of one whose responses an interceptor changes. */
final class Examination {
  static final List<ReadEndpoint> ENDPOINTS = ReadEndpoints.ofClient();

  private Examination() {}

  static DoctorReport of(VisibuildSandbox sandbox) {
    return of(sandbox, chain -> chain.proceed(chain.request()));
  }

  static DoctorReport of(VisibuildSandbox sandbox, Interceptor drift) {
    Settings settings = Settings.of(sandbox.environment(Scope.READ));
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(drift).build();
    try {
      return of(new OkHttpApiServer(http, settings), sandbox.clock());
    } finally {
      http.connectionPool().evictAll();
    }
  }

  static DoctorReport of(ApiServer server, Clock clock) {
    try {
      return new Doctor(server, ENDPOINTS, clock, randomIds()).examine(Scope.READ, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a source of ids that are the same in each run. */
  static Supplier<UUID> randomIds() {
    Random random = new Random(1);
    return () -> new UUID(random.nextLong(), random.nextLong());
  }
}
