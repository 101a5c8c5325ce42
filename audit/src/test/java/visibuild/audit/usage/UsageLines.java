package visibuild.audit.usage;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines as an {@code AccessUsageLog} writes them. */
final class UsageLines {
  private UsageLines() {}

  /** A line of a process for an hour that ends at {@code to}. */
  static String line(String process, String to, String... calls) {
    Instant end = Instant.parse(to);
    return "{\"visibuildUsage\":1,\"program\":\"desk\",\"process\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"part\":0,\"clients\":[],\"calls\":[%s]}"
        .formatted(
            process,
            end.minusSeconds(3600),
            end,
            Arrays.stream(calls).collect(Collectors.joining(",")));
  }

  /** A write of {@code name}, such as {@code com.acme.TicketsApi#open}. */
  static String write(String name, long count) {
    return call(name, "READ_WRITE", count);
  }

  static String call(String name, String scope, long count) {
    String[] parts = name.split("#", -1);
    return "{\"interface\":\"%s\",\"method\":\"%s\",\"scope\":\"%s\",\"count\":%d}"
        .formatted(parts[0], parts[1], scope, count);
  }
}
