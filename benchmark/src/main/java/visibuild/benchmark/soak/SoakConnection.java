package visibuild.benchmark.soak;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Serves the requests of one connection, or fails them. */
final class SoakConnection {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /** The time for which a half-closed connection waits for requests that crossed the close. */
  private static final int CROSSING_MILLIS = 5_000;

  private static final double SLOW_TOKENS = 0.05;
  private static final double FAILED_TOKENS = 0.03;

  private final SoakServer server;
  private final Socket client;
  private final InputStream in;

  SoakConnection(SoakServer server, Socket client) throws IOException {
    this.server = server;
    this.client = client;
    this.in = new BufferedInputStream(client.getInputStream());
    client.setTcpNoDelay(true);
  }

  void serve() throws IOException {
    boolean goesOn = true;
    while (goesOn) {
      HttpExchange request = HttpExchange.read(in);
      goesOn =
          request != null
              && (request.path().equals("/oauth/token") ? token(request) : call(request));
    }
  }

  private boolean token(HttpExchange request) throws IOException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    if (random.nextDouble() < SLOW_TOKENS) {
      pause(Duration.ofMillis(random.nextInt(100, 300)));
    } else if (random.nextDouble() < FAILED_TOKENS) {
      write("503 Service Unavailable", "", "{}", 0);
      return true;
    }
    String form = URLDecoder.decode(request.body(), StandardCharsets.UTF_8);
    String scope = form.contains("read write") ? "read write" : "read";
    String json =
        "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": %d, \"scope\": \"%s\"}"
            .formatted(server.tokens.issue(scope), SoakTokens.LIFE.toSeconds(), scope);
    write("200 OK", "", json, 0);
    return true;
  }

  /** Returns whether the connection goes on. */
  private boolean call(HttpExchange request) throws IOException {
    String name = request.call();
    CallRecord call = server.call(name);
    if (!server.tokens.isValid(request.token(), request.isWrite())) {
      call.add(Fault.REVOKED_TOKENS, Duration.ZERO);
      write("401 Unauthorized", "WWW-Authenticate: Bearer error=\"invalid_token\"\r\n", "{}", 0);
      return true;
    }
    @Nullable Fault fault = server.faults.next(call);
    if (fault == null) {
      process(call, name, 0);
      return true;
    }
    return fail(fault, call, name);
  }

  private boolean fail(Fault fault, CallRecord call, String name) throws IOException {
    switch (fault) {
      case TOO_MANY_REQUESTS -> {
        call.add(fault, RETRY_AFTER);
        write("429 Too Many Requests", retryAfter(), "{}", 0);
        return true;
      }
      case RETRY_LATER -> {
        call.add(fault, RETRY_AFTER);
        write("503 Service Unavailable", retryAfter(), "{}", 0);
        return true;
      }
      case UNAVAILABLE -> {
        call.add(fault, Duration.ZERO);
        write("503 Service Unavailable", "", "{}", 0);
        return true;
      }
      case SLOW -> {
        Duration delay = Duration.ofMillis(ThreadLocalRandom.current().nextInt(300, 1_500));
        call.add(fault, delay);
        pause(delay);
        process(call, name, 0);
        return true;
      }
      case TRUNCATED -> {
        call.add(fault, Duration.ZERO);
        process(call, name, 100);
        return false;
      }
      case CLOSED_IDLE -> {
        call.add(fault, Duration.ZERO);
        process(call, name, 0);
        closeIdle();
        return false;
      }
      case RESET_AFTER -> {
        call.add(fault, Duration.ZERO);
        call.process();
        client.setSoLinger(true, 0);
        return false;
      }
      default -> {
        call.add(fault, Duration.ZERO);
        client.setSoLinger(true, 0);
        return false;
      }
    }
  }

  /** Half-closes the connection, and records the requests that were on their way meanwhile. */
  private void closeIdle() throws IOException {
    client.shutdownOutput();
    client.setSoTimeout(CROSSING_MILLIS);
    for (HttpExchange late = HttpExchange.read(in); late != null; late = HttpExchange.read(in)) {
      if (!late.path().equals("/oauth/token")) {
        server.call(late.call()).add(Fault.CROSSED, Duration.ZERO);
      }
    }
  }

  private void process(CallRecord call, String name, int missingBytes) throws IOException {
    call.process();
    write(
        "200 OK",
        "",
        "{\"data\": {\"ticket\": {\"id\": \"%s\", \"title\": \"Ticket %s\"}}}"
            .formatted(name, name),
        missingBytes);
  }

  private static String retryAfter() {
    return "Retry-After: " + RETRY_AFTER.toSeconds() + "\r\n";
  }

  private void write(String status, String headers, String json, int missingBytes)
      throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %s\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(status, headers, body.length + missingBytes);
    client.getOutputStream().write((head + json).getBytes(StandardCharsets.UTF_8));
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
