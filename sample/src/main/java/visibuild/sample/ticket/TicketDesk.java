package visibuild.sample.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import visibuild.sample.api.TicketDeskApi;
import visibuild.sample.records.NewTicket;
import visibuild.sample.records.Ticket;
import visibuild.sample.records.TicketPriority;
import visibuild.sample.records.Upload;

/** Opens tickets with a photo each. */
public final class TicketDesk {
  private final TicketDeskApi tickets;
  private final PresignedUpload uploads;

  /**
   * Opens tickets through {@code tickets}, which can write, and sends photos with {@code uploads}.
   */
  public TicketDesk(TicketDeskApi tickets, PresignedUpload uploads) {
    this.tickets = tickets;
    this.uploads = uploads;
  }

  /**
   * Uploads the photo, then opens the ticket.
   *
   * @throws visibuild.VisibuildException if Visibuild refuses either
   * @throws UploadException if the host that keeps the bytes does; no ticket is opened then
   */
  public Ticket open(Wish wish, Photo photo) {
    Upload upload = tickets.announce(photo.announcement());
    uploads.put(upload, photo.file());
    return tickets.open(
        new NewTicket(
            wish.title(),
            wish.projectId(),
            wish.description(),
            wish.priority(),
            List.of(upload.key())));
  }

  /**
   * What a person wants settled.
   *
   * @param projectId the project's id
   * @param title what it is about
   * @param description the details
   * @param priority how urgent it is; the server's default if {@code null}
   */
  public record Wish(
      String projectId,
      String title,
      @Nullable String description,
      @Nullable TicketPriority priority) {}
}
