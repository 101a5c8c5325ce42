package visibuild.testing.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import okio.ByteString;
import visibuild.testing.data.Attachment;
import visibuild.testing.data.Ids;
import visibuild.testing.data.Photo;
import visibuild.testing.data.Portfolio;
import visibuild.testing.data.ProjectAttachment;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.JsonBody;
import visibuild.testing.http.RoutedRequest;
import visibuild.testing.http.SandboxHttpResponse;
import visibuild.testing.storage.Storage;
import visibuild.testing.storage.StoredFile;

/** The files of projects and tickets, and the places that are promised for new ones. */
final class Attachments {
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[\\w.+-]+/[\\w.+-]+(; ?[\\w.+-]+=[\\w.+-]+)*");
  private static final int MD5_BYTES = 16;

  private final ProjectLookup sites;
  private final Storage storage;
  private final Ids ids;
  private final Clock clock;

  Attachments(Portfolio portfolio, ProjectLookup sites, Storage storage, Ids ids, Clock clock) {
    this.sites = sites;
    this.storage = storage;
    this.ids = ids;
    this.clock = clock;
    StoredFile photo =
        new StoredFile("photo.png", Photo.CONTENT_TYPE, ByteString.of(Photo.bytes()));
    portfolio.sites().stream()
        .flatMap(site -> site.attachments().stream())
        .forEach(attachment -> storage.put(attachment.key(), photo));
    portfolio.tickets().stream()
        .flatMap(file -> file.attachments().stream())
        .forEach(attachment -> storage.put(attachment.key(), photo));
  }

  /** A file of a ticket as the API shows it: with the address of its bytes. */
  record Shown(String id, String key, String url, Instant createdAt) {}

  /** A file of a project as the API shows it: with the address of its bytes. */
  record ShownOfProject(
      String id,
      String title,
      String description,
      String url,
      String projectId,
      Instant createdAt,
      Instant updatedAt) {}

  ListEndpoint<ShownOfProject> ofProject() {
    return ListEndpoint.of(
        "projectAttachments",
        call -> sites.of(call).attachments().stream().map(this::shown).toList(),
        ShownOfProject::id);
  }

  SandboxHttpResponse oneOfProject(RoutedRequest call) {
    String id = call.variable("id");
    for (ProjectAttachment attachment : sites.of(call).attachments()) {
      if (attachment.id().equals(id)) {
        return Envelope.of(200, "projectAttachment", shown(attachment));
      }
    }
    throw HttpProblem.notFound("attachment", id);
  }

  /** Promises a place for a new file. */
  SandboxHttpResponse promise(RoutedRequest call) {
    JsonBody body = call.json();
    String filename = body.requiredText("filename");
    String contentType = body.requiredText("contentType");
    long fileSize = body.requiredSize("fileSize");
    String checksum = body.requiredText("checksum");
    ByteString md5 = ByteString.decodeBase64(checksum);
    if (!checksum.isEmpty() && (md5 == null || md5.size() != MD5_BYTES)) {
      body.error("checksum", "must be the base64 of the file's MD5");
    }
    if (!contentType.isEmpty() && !MEDIA_TYPE.matcher(contentType).matches()) {
      body.error("contentType", "must be a media type such as image/png");
    }
    body.check();
    String key = "uploads/" + ids.at(clock.instant());
    return Envelope.of(
        201, "upload", storage.promise(key, filename, contentType, fileSize, checksum));
  }

  /** Returns whether a file was uploaded under {@code key}. */
  boolean isUploaded(String key) {
    return key.startsWith("uploads/") && storage.file(key) != null;
  }

  /** The uploaded file under {@code key} as an attachment. */
  Attachment attach(String key, Instant now) {
    if (storage.file(key) == null) {
      throw new IllegalStateException("Nothing was uploaded under " + key);
    }
    return new Attachment(ids.at(now), key, now);
  }

  List<Shown> shown(List<Attachment> attachments) {
    return attachments.stream().map(this::shown).toList();
  }

  private Shown shown(Attachment file) {
    return new Shown(file.id(), file.key(), storage.url(file.key()), file.createdAt());
  }

  private ShownOfProject shown(ProjectAttachment file) {
    return new ShownOfProject(
        file.id(),
        file.title(),
        file.description(),
        storage.url(file.key()),
        file.projectId(),
        file.createdAt(),
        file.updatedAt());
  }
}
