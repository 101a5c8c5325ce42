package visibuild.testing.data;

/** The priority of a ticket. In JSON the name is in lower case. */
public enum TicketPriority {
  LOW,
  MEDIUM,
  HIGH,
  URGENT
}
