package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import visibuild.testing.SandboxRequest.StorageRequest;

class UploadsTest {
  private static final String ATTACHMENTS = "/api/core/v1/attachments";
  private static final ByteString PHOTO = ByteString.encodeUtf8("not really a photo");

  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final Web web = new Web(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void promiseHasKeyNameUrlAndHeaders() {
    Web.Reply response = announce();

    assertThat(response.status()).isEqualTo(201);
    JsonNode upload = response.data("upload");
    assertThat(upload.path("key").asText()).startsWith("uploads/");
    assertThat(upload.path("filename").asText()).isEqualTo("leak.jpg");
    assertThat(upload.path("headers").path("Content-Type").asText()).isEqualTo("image/jpeg");
    assertThat(upload.path("headers").path("Content-MD5").asText()).isEqualTo(PHOTO.md5().base64());
  }

  @Test
  void urlLeadsToAnotherOrigin() {
    URI url = URI.create(announce().data("upload").path("url").asText());

    assertThat(url.toString()).startsWith(sandbox.storageUrl() + "/");
    assertThat(url.getPort()).isNotEqualTo(URI.create(sandbox.baseUrl()).getPort());
  }

  @Test
  void putOfExactlyWhatWasPromisedIsTaken() {
    JsonNode upload = announce().data("upload");

    assertThat(web.send(put(upload, PHOTO).build()).status()).isEqualTo(200);
    assertThat(sandbox.uploadedFile(upload.path("key").asText()))
        .contains(new SandboxFile("leak.jpg", "image/jpeg", PHOTO));
  }

  @Test
  void uploadedFileCanBeAttachedToATicketOnce() {
    JsonNode upload = announce().data("upload");
    web.send(put(upload, PHOTO).build());
    String key = upload.path("key").asText();

    Web.Reply first = openTicket("\"" + key + "\"");
    Web.Reply second = openTicket("\"" + key + "\"");

    JsonNode attachment =
        web.get("/api/core/v1/tickets/" + first.data("ticket").path("id").asText() + "/attachments")
            .data("attachments")
            .path(0);
    assertThat(attachment.path("key").asText()).isEqualTo(key);
    assertThat(second.status()).isEqualTo(422);
  }

  @Test
  void attachedFileCanBeReadWhereItsUrlLeads() {
    JsonNode upload = announce().data("upload");
    web.send(put(upload, PHOTO).build());
    Web.Reply ticket = openTicket("\"" + upload.path("key").asText() + "\"");

    String url =
        web.get(
                "/api/core/v1/tickets/"
                    + ticket.data("ticket").path("id").asText()
                    + "/attachments")
            .data("attachments")
            .path(0)
            .path("url")
            .asText();

    assertThat(web.send(new Request.Builder().url(url).build()).body()).isEqualTo(PHOTO.utf8());
  }

  @Test
  void fileThatWasPromisedAndNotUploadedCannotBeAttached() {
    String key = announce().data("upload").path("key").asText();

    assertThat(openTicket("\"" + key + "\"").status()).isEqualTo(422);
  }

  @Test
  void sameFileTwiceInOneTicketIsRefused() {
    JsonNode upload = announce().data("upload");
    web.send(put(upload, PHOTO).build());
    String key = "\"" + upload.path("key").asText() + "\"";

    assertThat(openTicket(key + "," + key).status()).isEqualTo(422);
  }

  @Test
  void putWithABearerTokenIsRefusedAndNothingIsKept() {
    JsonNode upload = announce().data("upload");

    Web.Reply response =
        web.send(put(upload, PHOTO).header("Authorization", "Bearer " + web.token("read")).build());

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body()).contains("<Code>InvalidArgument</Code>");
    assertThat(sandbox.uploadedFile(upload.path("key").asText())).isEmpty();
    assertThat(lastStorageRequest().carriedAuthorization()).isTrue();
  }

  @Test
  void getWithABearerTokenIsRefused() {
    String url = sandbox.storageUrl() + "/photos/any";

    assertThat(
            web.send(new Request.Builder().url(url).header("Authorization", "Bearer x").build())
                .status())
        .isEqualTo(400);
  }

  @Test
  void secondPutIsRefused() {
    JsonNode upload = announce().data("upload");
    web.send(put(upload, PHOTO).build());

    assertThat(web.send(put(upload, PHOTO).build()).status()).isEqualTo(403);
  }

  @Test
  void putAfterFiveMinutesIsRefused() {
    JsonNode upload = announce().data("upload");
    sandbox.clock().advance(Duration.ofMinutes(5).plusMillis(1));

    Web.Reply response = web.send(put(upload, PHOTO).build());

    assertThat(response.status()).isEqualTo(403);
    assertThat(response.body()).contains("Request has expired");
  }

  @Test
  void putWithoutOneOfTheHeadersIsRefused() {
    JsonNode upload = announce().data("upload");

    Web.Reply response = web.send(put(upload, PHOTO).removeHeader("Content-MD5").build());

    assertThat(response.status()).isEqualTo(403);
    assertThat(response.body()).contains("SignatureDoesNotMatch").contains("Content-MD5");
  }

  @Test
  void putWithAnotherContentTypeIsRefused() {
    JsonNode upload = announce().data("upload");

    assertThat(web.send(put(upload, PHOTO).header("Content-Type", "image/png").build()).status())
        .isEqualTo(403);
  }

  @Test
  void putWithAStorageHeaderThatWasNotSignedIsRefused() {
    JsonNode upload = announce().data("upload");

    assertThat(web.send(put(upload, PHOTO).header("x-amz-acl", "public-read").build()).status())
        .isEqualTo(403);
  }

  @Test
  void putOfAnotherLengthIsRefused() {
    JsonNode upload = announce().data("upload");

    assertThat(web.send(put(upload, ByteString.encodeUtf8("short")).build()).status())
        .isEqualTo(403);
  }

  @Test
  void putOfOtherBytesOfTheSameLengthIsABadDigest() {
    JsonNode upload = announce().data("upload");

    Web.Reply response = web.send(put(upload, ByteString.encodeUtf8("NOT really a photo")).build());

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body()).contains("<Code>BadDigest</Code>");
  }

  @Test
  void urlWithoutItsSignatureIsRefused() {
    JsonNode upload = announce().data("upload");
    String url = upload.path("url").asText();

    assertThat(
            web.send(put(upload, PHOTO).url(url.substring(0, url.indexOf('?'))).build()).status())
        .isEqualTo(403);
  }

  @Test
  void keyThatWasNotPromisedIsRefused() {
    RequestBody body = RequestBody.create(PHOTO.toByteArray());

    assertThat(
            web.send(
                    new Request.Builder()
                        .url(sandbox.storageUrl() + "/uploads/x")
                        .put(body)
                        .build())
                .status())
        .isEqualTo(403);
  }

  @Test
  void unknownFileIsNotFound() {
    assertThat(
            web.send(new Request.Builder().url(sandbox.storageUrl() + "/nothing").build()).status())
        .isEqualTo(404);
  }

  private Web.Reply announce() {
    return web.write(
        "POST",
        ATTACHMENTS,
        "{\"filename\":\"leak.jpg\",\"contentType\":\"image/jpeg\",\"fileSize\":"
            + PHOTO.size()
            + ",\"checksum\":\""
            + PHOTO.md5().base64()
            + "\"}");
  }

  private static Request.Builder put(JsonNode upload, ByteString bytes) {
    Request.Builder request =
        new Request.Builder()
            .url(upload.path("url").asText())
            .put(RequestBody.create(bytes.toByteArray()));
    upload
        .path("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
    return request;
  }

  private Web.Reply openTicket(String keys) {
    return web.write(
        "POST",
        "/api/core/v1/tickets",
        "{\"title\":\"Leak\",\"projectId\":\""
            + web.projectId(1)
            + "\",\"attachmentKeys\":["
            + keys
            + "]}");
  }

  private StorageRequest lastStorageRequest() {
    return sandbox.requests().stream()
        .filter(StorageRequest.class::isInstance)
        .map(StorageRequest.class::cast)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
