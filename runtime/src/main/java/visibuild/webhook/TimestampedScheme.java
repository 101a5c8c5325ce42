package visibuild.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A timestamp and signatures in one header: {@code t=...,v1=...}. */
record TimestampedScheme(String name) implements SignatureScheme {
  @Override
  public Optional<Signature> read(
      Function<String, ? extends @Nullable String> header, byte[] body) {
    return Headers.value(header, name).flatMap(value -> parse(value, body));
  }

  @Override
  public Map<String, String> sign(String secret, byte[] body, Instant signedAt) {
    String timestamp = Long.toString(signedAt.getEpochSecond());
    String signature = HmacSha256.hex(secret, signed(timestamp, body));
    return Map.of(name, "t=" + timestamp + ",v1=" + signature);
  }

  private static Optional<Signature> parse(String value, byte[] body) {
    @Nullable String timestamp = null;
    List<byte[]> signatures = new ArrayList<>();
    for (String part : value.split(",", -1)) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2 && pair[0].equals("t") && timestamp == null) {
        timestamp = pair[1];
      } else if (pair.length == 2 && pair[0].equals("v1")) {
        Headers.hex(pair[1]).ifPresent(signatures::add);
      }
    }
    if (timestamp == null || !timestamp.matches("[0-9]{1,15}") || signatures.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Signature(
            signed(timestamp, body), signatures, OptionalLong.of(Long.parseLong(timestamp))));
  }

  private static byte[] signed(String timestamp, byte[] body) {
    byte[] start = (timestamp + ".").getBytes(StandardCharsets.US_ASCII);
    byte[] signed = new byte[start.length + body.length];
    System.arraycopy(start, 0, signed, 0, start.length);
    System.arraycopy(body, 0, signed, start.length, body.length);
    return signed;
  }
}
