package visibuild.testing.data;

/** The status of a ticket. In JSON the name is in lower case. */
public enum TicketStatus {
  PENDING,
  OPEN,
  DECLINED,
  CLOSED
}
