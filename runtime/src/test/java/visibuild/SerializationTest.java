package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.webhook.InvalidSignatureException;
import visibuild.webhook.SignatureScheme;
import visibuild.webhook.WebhookVerifier;

/** Exceptions cross a process boundary, with what they know. */
@Tag("slow")
class SerializationTest {
  private static final ErrorResponse RESPONSE =
      ErrorResponse.builder("POST", "api/core/v1/tickets", 422)
          .requestId("request-7")
          .reason("reason")
          .fieldErrors(Map.of("title", List.of("can't be blank")))
          .body("body")
          .build();

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  static Stream<VisibuildException> exceptions() {
    IOException cause = new IOException("cause");
    return Stream.of(
        new ApiException(RESPONSE),
        new AuthenticationException("message", cause),
        new AuthenticationException(RESPONSE, "message"),
        new ConnectionException("message", cause),
        new DecodingException("message", cause),
        new ForbiddenException(RESPONSE, Scope.READ_WRITE, Set.of("read"), true),
        new ForbiddenException(RESPONSE, null, Set.of(), true),
        new InsufficientScopeException("What", Scope.READ_WRITE, Scope.READ),
        new InvalidRequestException(RESPONSE),
        new NotFoundException(RESPONSE),
        new RateLimitedException(RESPONSE, Duration.ofSeconds(7)),
        new ScopeNotGrantedException(Scope.READ_WRITE, Set.of("read")),
        new ServerException(RESPONSE),
        new ClientNotPermittedException("message"),
        new UploadException("message", cause),
        new UploadException("message", 403, "r-1", "body"),
        notSigned());
  }

  private static InvalidSignatureException notSigned() {
    return catchThrowableOfType(
        InvalidSignatureException.class,
        () ->
            WebhookVerifier.of(SignatureScheme.hexHeader("X-Signature"), "secret")
                .verify(Map.of(), new byte[0]));
  }

  @Test
  void theStoragesResponseSurvives() throws Exception {
    UploadException copy =
        (UploadException) copy(new UploadException("message", 403, "r-1", "body"));

    assertThat(copy.status()).hasValue(403);
    assertThat(copy.requestId()).contains("r-1");
    assertThat(copy.body()).isEqualTo("body");
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void everyExceptionSurvives(VisibuildException exception) throws Exception {
    assertThat(copy(exception)).hasSameClassAs(exception).hasMessage(exception.getMessage());
  }

  @Test
  void theServersResponseSurvives() throws Exception {
    ApiException copy = (ApiException) copy(new InvalidRequestException(RESPONSE));

    assertThat(copy.errorResponse()).usingRecursiveComparison().isEqualTo(RESPONSE);
  }

  @Test
  void theScopesOfAForbiddenCallSurvive() throws Exception {
    ForbiddenException copy =
        (ForbiddenException)
            copy(new ForbiddenException(RESPONSE, Scope.READ_WRITE, Set.of("read"), true));

    assertThat(copy.required()).contains(Scope.READ_WRITE);
    assertThat(copy.granted()).containsExactly("read");
  }

  @Test
  void theWaitSurvives() throws Exception {
    RateLimitedException copy =
        (RateLimitedException) copy(new RateLimitedException(RESPONSE, Duration.ofSeconds(7)));

    assertThat(copy.retryAfter()).hasSeconds(7);
  }

  @Test
  void aRealDecodingFailureSurvives() throws Exception {
    server.calls(Replies.json("{\"data\":{\"project\":{\"id\":[]}}}"));
    Calls calls = server.readCalls();
    Throwable failure = catchThrowable(() -> ClientCalls.execute(calls.project("p1")));

    assertThat(copy(failure))
        .isInstanceOf(DecodingException.class)
        .hasMessage(failure.getMessage());
  }

  @Test
  void aRealFailureOfTheConnectionSurvives() throws Exception {
    Calls calls = server.readCalls();
    server.afterEach(null);
    Throwable failure = catchThrowable(() -> ClientCalls.execute(calls.project("p1")));

    assertThat(copy(failure)).isInstanceOf(ConnectionException.class);
  }

  private static Throwable copy(Throwable exception) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(exception);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Throwable) in.readObject();
    }
  }
}
