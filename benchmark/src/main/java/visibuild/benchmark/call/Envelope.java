package visibuild.benchmark.call;

import java.util.List;

/** The envelopes, which are a part of the types of a program that writes its client itself. */
final class Envelope {
  private Envelope() {}

  /** Around one ticket. */
  record One(OneTicket data) {}

  record OneTicket(Ticket ticket) {}

  /** Around all tickets. */
  record Many(ManyTickets data) {}

  record ManyTickets(List<Ticket> tickets) {}
}
