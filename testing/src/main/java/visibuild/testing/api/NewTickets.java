package visibuild.testing.api;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import visibuild.testing.data.Attachment;
import visibuild.testing.data.Ids;
import visibuild.testing.data.Portfolio;
import visibuild.testing.data.Ticket;
import visibuild.testing.data.TicketFile;
import visibuild.testing.data.TicketPriority;
import visibuild.testing.data.TicketStatus;
import visibuild.testing.http.JsonBody;

/** Checks what a new ticket says, and makes the ticket. */
final class NewTickets {
  private static final int LONGEST_TITLE = 255;

  private final ProjectLookup sites;
  private final Attachments attachments;
  private final Ids ids;
  private final Clock clock;
  private int lastNumber;
  private final Set<String> usedKeys = new HashSet<>();

  NewTickets(
      Portfolio portfolio, ProjectLookup sites, Attachments attachments, Ids ids, Clock clock) {
    this.sites = sites;
    this.attachments = attachments;
    this.ids = ids;
    this.clock = clock;
    this.lastNumber =
        portfolio.tickets().stream().mapToInt(file -> file.ticket().ticketNo()).max().orElse(0);
  }

  /** The file of the ticket that {@code body} asks for; for one thread at a time. */
  TicketFile read(JsonBody body) {
    String title = body.requiredText("title");
    if (title.length() > LONGEST_TITLE) {
      body.error("title", "is too long (maximum is " + LONGEST_TITLE + " characters)");
    }
    String projectId = body.requiredText("projectId");
    if (!projectId.isEmpty() && !sites.has(projectId)) {
      body.error("projectId", "must exist");
    }
    String description = body.text("description");
    TicketPriority priority = priority(body);
    List<String> keys = keys(body);
    body.check();
    usedKeys.addAll(keys);
    Instant now = clock.instant();
    List<Attachment> files = keys.stream().map(key -> attachments.attach(key, now)).toList();
    return new TicketFile(ticket(title, projectId, description, priority, now), List.of(), files);
  }

  private static TicketPriority priority(JsonBody body) {
    String given = body.text("priority");
    if (given == null) {
      return TicketPriority.MEDIUM;
    }
    for (TicketPriority priority : TicketPriority.values()) {
      if (priority.name().toLowerCase(Locale.ROOT).equals(given)) {
        return priority;
      }
    }
    body.error("priority", "is not included in the list");
    return TicketPriority.MEDIUM;
  }

  /** The keys of files that were uploaded and belong to no ticket yet. */
  private List<String> keys(JsonBody body) {
    List<String> keys = body.texts("attachmentKeys");
    Set<String> seen = new HashSet<>();
    for (String key : keys) {
      if (!attachments.isUploaded(key)) {
        body.error("attachmentKeys", "has a key under which nothing was uploaded");
      } else if (!seen.add(key) || usedKeys.contains(key)) {
        body.error("attachmentKeys", "has a key that is attached already");
      }
    }
    return keys;
  }

  private Ticket ticket(
      String title,
      String projectId,
      @Nullable String description,
      TicketPriority priority,
      Instant now) {
    return new Ticket(
        ids.at(now),
        ++lastNumber,
        title,
        description,
        TicketStatus.PENDING,
        priority,
        projectId,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        now,
        now);
  }
}
