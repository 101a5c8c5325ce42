package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodOverrideTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override",
        "x-http-method",
        "X-METHOD-OVERRIDE",
        // Rack and WSGI servers take an underscore for a hyphen.
        "X_HTTP_METHOD_OVERRIDE",
        "x-http_method-override"
      })
  void header_isRefused(String name) {
    assertRefused(post().header(name, "DELETE").build(), "the header " + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?_method=delete",
        "?a=1&%5Fmethod=put",
        "?_method",
        "?_METHOD=put",
        "?a=1;_method=put"
      })
  void queryParameter_isRefused(String query) {
    assertRefused(
        post().url("https://app.apac.visibuild.com/api/core/v1/tickets" + query).build(),
        "the parameter _method");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "form-data; name=\"_method\"",
        "form-data; name=_method",
        "form-data; NAME = \"_method\"; filename=\"a\"",
        "form-data; filename=\"a\"; name=_method;",
        // A server removes the backslash of a quoted pair.
        "form-data; name=\"_\\method\""
      })
  void part_isRefused(String disposition) {
    MultipartBody body =
        new MultipartBody.Builder()
            .addPart(
                Headers.of("Content-Disposition", disposition), RequestBody.create("DELETE", null))
            .build();

    assertRefused(post().post(body).build(), "the parameter _method");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_method=delete",
        "a=1&_method=delete",
        "a=1&%5Fmethod=delete",
        "_method",
        "_m%65thod=delete",
        "_Method=delete",
        // Rack 2 splits here too.
        "a=1; _method=delete"
      })
  void formAsABodyOfTheProgram_isRefused(String form) {
    assertRefused(
        post()
            .post(RequestBody.create(form, MediaType.get("application/x-www-form-urlencoded; a=b")))
            .build(),
        "the parameter _method");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_method", "_METHOD"})
  void field_isRefused(String name) {
    assertRefused(
        post().post(new FormBody.Builder().add(name, "delete").build()).build(),
        "the parameter _method");
  }

  @Test
  void bodyWhoseTypeOnlyTheHeaderStates_isRefused() {
    RequestBody body = RequestBody.create("a=1&_method=delete", null);

    assertRefused(
        post().post(body).header("Content-Type", "application/x-www-form-urlencoded").build(),
        "the parameter _method");
  }

  /** Rack reads a form where a POST states no type, or one with an error after the form's. */
  @Test
  void postWithoutAType_isRefused() {
    RequestBody body = RequestBody.create("a=1&_method=delete", null);
    String broken = "application/x-www-form-urlencoded, a";

    assertRefused(post().post(body).build(), "the parameter _method");
    assertRefused(
        post().post(body).header("Content-Type", broken).build(), "the parameter _method");
    assertThat(MethodOverride.find(post().put(body).build())).isNull();
  }

  @Test
  void partWithSeveralDispositions_isRefused() {
    Headers headers =
        Headers.of(
            "Content-Disposition", "form-data; name=_method",
            "content-disposition", "form-data; name=a");
    MultipartBody body =
        new MultipartBody.Builder().addPart(headers, RequestBody.create("PUT", null)).build();

    assertRefused(post().post(body).build(), "the parameter _method");
  }

  /** Rack takes the Content-ID for the name of a part without one. */
  @Test
  void partNamedByItsContentId_isRefused() {
    MultipartBody body =
        new MultipartBody.Builder()
            .addPart(Headers.of("Content-ID", " _method "), RequestBody.create("PUT", null))
            .build();
    String parts = "--b\r\nContent-ID: _method\r\n\r\nDELETE\r\n--b--\r\n";
    MediaType type = MediaType.get("multipart/form-data; boundary=b");

    assertRefused(post().post(body).build(), "the parameter _method");
    assertRefused(post().post(RequestBody.create(parts, type)).build(), "the parameter _method");
  }

  @Test
  void multipartAsABodyOfTheProgram_isRefused() {
    String parts =
        "--b\r\nContent-Disposition: form-data; name=\"_method\"\r\n\r\nDELETE\r\n--b--\r\n";

    assertRefused(
        post()
            .post(RequestBody.create(parts, MediaType.get("multipart/form-data; boundary=b")))
            .build(),
        "the parameter _method");
  }

  @Test
  void partWithTheNameInItsContent_passes() {
    String parts =
        String.join(
            "\r\n",
            "; name=_method",
            "--b",
            "Content-Disposition: form-data; name=page",
            "",
            "<input name=\"_method\">",
            "",
            "<a name=_method>",
            "--b--");
    MediaType type = MediaType.get("multipart/form-data; boundary=b");

    assertThat(MethodOverride.find(post().post(RequestBody.create(parts, type)).build())).isNull();
  }

  @Test
  void partWithTheNameInAFoldedHeader_isRefused() {
    String parts =
        String.join(
            "\r\n",
            "--b",
            "",
            "a",
            "--b",
            "Content-Disposition: form-data;",
            " name=_method",
            "",
            "PUT",
            "--b--");

    assertRefused(
        post()
            .post(RequestBody.create(parts, MediaType.get("multipart/form-data; boundary=\"b\"")))
            .build(),
        "the parameter _method");
  }

  /** Reading these would fill the memory, or report progress before anything is sent. */
  @ParameterizedTest
  @CsvSource({
    "multipart/form-data; boundary=b, -1",
    "application/x-www-form-urlencoded, -1",
    "multipart/form-data; boundary=b, 65537",
    "application/x-www-form-urlencoded, 65537",
    "text/x-www-form-urlencoded, 10"
  })
  void bodyOfUnknownOrLongLength_isNotWritten(String type, long length) {
    AtomicInteger writes = new AtomicInteger();
    RequestBody body =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return MediaType.get(type);
          }

          @Override
          public long contentLength() {
            return length;
          }

          @Override
          public void writeTo(BufferedSink sink) {
            writes.incrementAndGet();
          }
        };

    assertThat(MethodOverride.find(post().post(body).build())).isNull();
    assertThat(writes).hasValue(0);
  }

  @Test
  void requestsThatOnlyResembleIt_pass() {
    MediaType json = MediaType.get("application/json");
    MediaType form = MediaType.get("application/x-www-form-urlencoded");
    for (RequestBody body :
        List.of(
            RequestBody.create("{\"_method\": \"delete\"}", json),
            RequestBody.create("a_method=1&b=_method=2&_methods=3", form),
            RequestBody.create("%zz=%&a=%4", form))) {
      assertThatCode(
              () ->
                  MethodOverride.refuse(
                      post().header("X-Request-Method", "DELETE").post(body).build()))
          .doesNotThrowAnyException();
    }
  }

  private static void assertRefused(Request request, String part) {
    assertThatThrownBy(() -> MethodOverride.refuse(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("asks the server for another HTTP method")
        .satisfies(failure -> assertThat(failure).message().containsIgnoringCase(part));
  }

  private static Request.Builder post() {
    return new Request.Builder()
        .url("https://app.apac.visibuild.com/api/core/v1/tickets")
        .post(RequestBody.create("{}", MediaType.get("application/json")));
  }
}
