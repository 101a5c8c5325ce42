package visibuild.cli.doctor;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of one examination.
 *
 * @param tokens the token requests; empty with a legacy token
 * @param endpoints the endpoints in the order of the requests, then the requests with a random id
 * @param failure the reason why nothing could be checked, or {@code null}
 */
public record DoctorReport(
    ConnectionFacts connection,
    List<TokenResult> tokens,
    List<EndpointResult> endpoints,
    @Nullable String failure) {
  /** Copies the lists. */
  public DoctorReport {
    tokens = List.copyOf(tokens);
    endpoints = List.copyOf(endpoints);
  }

  /** Returns a line for each difference, with the request in front. */
  public List<String> differences() {
    return Stream.concat(
            connection.differences().stream(),
            results()
                .flatMap(
                    result ->
                        result.differences().stream()
                            .map(difference -> result.request() + ": " + difference)))
        .toList();
  }

  /** Returns the results of all requests. */
  Stream<EndpointResult> results() {
    return Stream.concat(tokens.stream().map(TokenResult::response), endpoints.stream());
  }
}
