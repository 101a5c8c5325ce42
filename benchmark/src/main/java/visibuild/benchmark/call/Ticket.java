package visibuild.benchmark.call;

import java.time.Instant;

/** The record that each of the compared clients decodes. */
public record Ticket(
    String id, int ticketNo, String title, String description, Instant createdAt) {}
