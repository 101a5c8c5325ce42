package visibuild.testing.data;

import java.util.List;

/** A ticket with what hangs on it. */
public record TicketFile(Ticket ticket, List<Comment> comments, List<Attachment> attachments) {}
