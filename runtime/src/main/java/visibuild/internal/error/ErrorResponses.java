package visibuild.internal.error;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.Set;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import visibuild.ApiException;
import visibuild.ErrorResponse;
import visibuild.ForbiddenException;
import visibuild.InvalidRequestException;
import visibuild.NotFoundException;
import visibuild.RateLimitedException;
import visibuild.ServerException;

/** Creates the exception for an error response. */
public final class ErrorResponses {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NETWORK_AUTHENTICATION = 511;

  private ErrorResponses() {}

  /**
   * Returns the exception for {@code response}. Reads the start of {@code body} and closes nothing.
   *
   * @param path the path of the call as its interface states it
   */
  public static ApiException of(Response response, @Nullable ResponseBody body, String path) {
    ErrorResponse error = describe(response, body, path);
    return switch (response.code()) {
      case 400, 422 -> new InvalidRequestException(error);
      case 403 -> forbidden(error, response.request().tag(ScopeContext.class));
      case 404 -> new NotFoundException(error);
      case 429 -> new RateLimitedException(error, RetryAfter.of(response));
      default -> response.code() >= 500 ? new ServerException(error) : new ApiException(error);
    };
  }

  /** Describes {@code response}. Reads the start of {@code body} and closes nothing. */
  public static ErrorResponse describe(
      Response response, @Nullable ResponseBody body, String path) {
    TokenRedactor tokens = TokenRedactor.of(response);
    ErrorBody content = ErrorBody.read(body, tokens);
    @Nullable String requestId = response.header("X-Request-Id");
    return ErrorResponse.builder(response.request().method(), path, response.code())
        .requestId(requestId == null ? null : tokens.redact(requestId))
        .reason(reason(response, content))
        .fieldErrors(content.fieldErrors())
        .body(content.text())
        .build();
  }

  private static @Nullable String reason(Response response, ErrorBody content) {
    if (content.reason() != null) {
      return content.reason();
    }
    return switch (response.code()) {
      case UNAUTHORIZED -> BearerChallenge.reason(response).orElse(null);
      case FORBIDDEN ->
          BearerChallenge.reason(response).or(() -> intermediary(response, content)).orElse(null);
      case 301, 302, 303, 307, 308 ->
          "a redirect, which is not followed; check the base URL and the path";
      case NETWORK_AUTHENTICATION -> "the network requires a login first, a captive portal";
      default -> null;
    };
  }

  private static Optional<String> intermediary(Response response, ErrorBody content) {
    return IntermediaryResponse.describe(response, content.text().getBytes(UTF_8))
        // The reason stands in brackets.
        .map(sentences -> sentences.substring(0, sentences.length() - 1));
  }

  private static ForbiddenException forbidden(ErrorResponse error, @Nullable ScopeContext scope) {
    return scope == null
        ? new ForbiddenException(error, null, Set.of(), true)
        : new ForbiddenException(error, scope.required(), scope.granted(), scope.confirmed());
  }
}
