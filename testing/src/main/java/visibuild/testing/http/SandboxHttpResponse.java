package visibuild.testing.http;

import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;

/** What is sent back. Immutable. */
public record SandboxHttpResponse(int status, Headers headers, ByteString body) {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String TEXT = "text/plain";

  /** An answer with {@code value} as JSON. */
  public static SandboxHttpResponse json(int status, Object value) {
    return of(status, JSON, Json.write(value));
  }

  /** An answer with nothing in it, as Rails gives it where only the status counts. */
  public static SandboxHttpResponse empty(int status) {
    return of(status, "text/html", ByteString.EMPTY);
  }

  /** A page for people, as web servers answer what the application does not. */
  public static SandboxHttpResponse html(int status, String sentence) {
    String page =
        "<!DOCTYPE html>\n<html><body><h1>"
            + status
            + "</h1><p>"
            + sentence
            + "</p></body></html>\n";
    return of(status, HTML, ByteString.encodeUtf8(page));
  }

  /** A line of text. */
  public static SandboxHttpResponse text(int status, String text) {
    return of(status, TEXT, ByteString.encodeUtf8(text));
  }

  /** An answer of bytes. */
  public static SandboxHttpResponse of(int status, String contentType, ByteString body) {
    return new SandboxHttpResponse(status, Headers.of("Content-Type", contentType), body);
  }

  /** 204: done, and nothing to say. */
  public static SandboxHttpResponse noContent() {
    return new SandboxHttpResponse(204, Headers.of(), ByteString.EMPTY);
  }

  /** A refusal with a word for programs and a sentence for people. */
  public static SandboxHttpResponse error(int status, String error, String message) {
    return json(status, Map.of("error", error, "message", message));
  }

  /** 422: what is wrong with each field. */
  public static SandboxHttpResponse invalid(Map<String, List<String>> errors) {
    return json(
        422,
        Map.of(
            "error", "unprocessable_entity",
            "message", "The request is understood, but not valid.",
            "errors", errors));
  }

  /** The same with one header more. */
  public SandboxHttpResponse with(String name, String value) {
    return new SandboxHttpResponse(status, headers.newBuilder().set(name, value).build(), body);
  }

  /** The same with another body. */
  public SandboxHttpResponse withBody(ByteString other) {
    return new SandboxHttpResponse(status, headers, other);
  }

  /** The answer as MockWebServer sends it; to a HEAD request without the body. */
  public MockResponse.Builder toResponse(boolean head) {
    MockResponse.Builder response = new MockResponse.Builder().code(status);
    if (head) {
      response.setHeader("Content-Length", body.size());
    } else {
      response.body(new Buffer().write(body));
    }
    if (status == 204) {
      response.removeHeader("Content-Length");
    }
    headers.forEach(header -> response.setHeader(header.getFirst(), header.getSecond()));
    return response;
  }
}
