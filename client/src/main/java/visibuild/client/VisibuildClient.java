package visibuild.client;

import java.util.List;
import visibuild.Upload;
import visibuild.WriteAccess;

/**
 * The documented Visibuild API, to read and write.
 *
 * <pre>{@code
 * VisibuildClient writer = VisibuildClient.create(visibuild.writeAccess());
 * Ticket ticket = writer.openTicket(
 *     NewTicket.of("Cracked tile", projectId), Upload.of(Path.of("crack.jpg")));
 * }</pre>
 *
 * <p>Reads still carry a token of scope {@code read}, unless the credential is a legacy token. Safe
 * for use by several threads.
 *
 * @since 0.1
 */
public interface VisibuildClient extends VisibuildReadClient {
  /** Creates a client that reads and writes. Sends no request. */
  static VisibuildClient create(WriteAccess access) {
    return new WriteClient(access);
  }

  /** Returns the client for tickets, which also opens them. */
  @Override
  TicketsWriteApi tickets();

  /** Returns the client for webhook endpoints, which also changes them. */
  @Override
  WebhooksWriteApi webhooks();

  /**
   * Uploads a file and returns its key, for {@link NewTicket#attachmentKeys}.
   *
   * <p>{@code POST /api/core/v1/attachments}, then a {@code PUT} of the bytes to the storage,
   * without a token. Source: help article <i>Uploading attachments via API</i>.
   *
   * @throws visibuild.UploadException if the storage refuses the file, or it cannot be read
   */
  String upload(Upload file);

  /**
   * Uploads photos or other files and opens a ticket with them.
   *
   * <p>The files are uploaded one after another, and the ticket is opened last. If an upload fails,
   * no ticket is opened; the files uploaded before stay in the storage without a ticket.
   *
   * @param ticket the ticket; the new keys are added to its {@link NewTicket#attachmentKeys}
   * @throws visibuild.UploadException if the storage refuses a file, or it cannot be read
   */
  Ticket openTicket(NewTicket ticket, List<Upload> files);

  /** Opens a ticket with files, as {@link #openTicket(NewTicket, List)} does. */
  default Ticket openTicket(NewTicket ticket, Upload... files) {
    return openTicket(ticket, List.of(files));
  }
}
