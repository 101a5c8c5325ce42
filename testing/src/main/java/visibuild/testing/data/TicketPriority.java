package visibuild.testing.data;

/** How urgent a ticket is. In JSON the name is in lower case. */
public enum TicketPriority {
  LOW,
  MEDIUM,
  HIGH,
  URGENT
}
