package visibuild.testing.data;

/** How far a ticket is. In JSON the name is in lower case. */
public enum TicketStatus {
  PENDING,
  OPEN,
  DECLINED,
  CLOSED
}
