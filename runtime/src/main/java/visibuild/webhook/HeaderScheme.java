package visibuild.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The signature of the body, alone in a header. */
record HeaderScheme(String name) implements SignatureScheme {
  @Override
  public Optional<Signature> read(
      Function<String, ? extends @Nullable String> header, byte[] body) {
    return Headers.value(header, name)
        .map(value -> value.substring(value.indexOf('=') + 1))
        .flatMap(Headers::hex)
        .map(signature -> new Signature(body, List.of(signature), OptionalLong.empty()));
  }

  @Override
  public Map<String, String> sign(String secret, byte[] body, Instant signedAt) {
    return Map.of(name, HmacSha256.hex(secret, body));
  }
}
