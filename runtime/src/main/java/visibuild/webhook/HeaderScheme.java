package visibuild.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The signature of the body, alone in a header. */
record HeaderScheme(String header) implements SignatureScheme {
  @Override
  public Optional<Signature> read(Map<String, List<String>> headers, byte[] body) {
    return Headers.only(headers, header)
        .map(value -> value.substring(value.indexOf('=') + 1))
        .flatMap(Headers::hex)
        .map(signature -> new Signature(body, List.of(signature), OptionalLong.empty()));
  }
}
