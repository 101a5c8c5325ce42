package visibuild.testing.http;

import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;

/** A response of the sandbox. Immutable. */
public record SandboxHttpResponse(int status, Headers headers, ByteString body) {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String TEXT = "text/plain";

  /** Returns a response with {@code value} as JSON. */
  public static SandboxHttpResponse json(int status, Object value) {
    return of(status, JSON, Json.write(value));
  }

  /** Returns an empty response, as Rails sends it if only the status matters. */
  public static SandboxHttpResponse empty(int status) {
    return of(status, "text/html", ByteString.EMPTY);
  }

  /** Returns an HTML page, as a web server sends it for an unhandled request. */
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

  /** Returns a response with these bytes. */
  public static SandboxHttpResponse of(int status, String contentType, ByteString body) {
    return new SandboxHttpResponse(status, Headers.of("Content-Type", contentType), body);
  }

  /** 204: done, and nothing to say. */
  public static SandboxHttpResponse noContent() {
    return new SandboxHttpResponse(204, Headers.of(), ByteString.EMPTY);
  }

  /** A problem with a word for programs and a sentence for people. */
  public static SandboxHttpResponse error(int status, String error, String message) {
    return json(status, Map.of("error", error, "message", message));
  }

  /** Returns a 422 with the problems of each field. */
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

  /** Returns this response for MockWebServer; without the body for a HEAD request. */
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
