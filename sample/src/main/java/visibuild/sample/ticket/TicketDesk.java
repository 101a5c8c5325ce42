package visibuild.sample.ticket;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import visibuild.client.NewTicket;
import visibuild.client.Ticket;
import visibuild.client.TicketPriority;

/** Opens tickets with a photo each. */
public final class TicketDesk {
  private final TicketDeskApi tickets;
  private final Function<Path, String> uploads;

  /**
   * Opens tickets through {@code tickets}, which can write.
   *
   * @param uploads uploads a file and returns its key, such as {@link visibuild.Attachments}
   */
  public TicketDesk(TicketDeskApi tickets, Function<Path, String> uploads) {
    this.tickets = tickets;
    this.uploads = uploads;
  }

  /**
   * Uploads the photo, then opens the ticket.
   *
   * @throws visibuild.VisibuildException if either fails; without its photo no ticket is opened
   */
  public Ticket open(TicketDraft wish, Photo photo) {
    String key = uploads.apply(photo.file());
    return tickets.open(
        new NewTicket(
            wish.title(), wish.projectId(), wish.description(), wish.priority(), List.of(key)));
  }

  /**
   * A ticket to be opened.
   *
   * @param projectId the project's id
   * @param title the subject
   * @param description the details
   * @param priority the priority; the server's default if {@code null}
   */
  public record TicketDraft(
      String projectId,
      String title,
      @Nullable String description,
      @Nullable TicketPriority priority) {}
}
