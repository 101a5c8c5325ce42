package visibuild.sample.print;

import visibuild.client.TicketStatus;
import visibuild.client.VisiStatus;

/** The display name of a status. */
final class StatusName {
  private StatusName() {}

  static String of(VisiStatus status) {
    return switch (status) {
      case OPEN -> "Open";
      case IN_PROGRESS -> "In progress";
      case IN_REVIEW -> "In review";
      case CLOSED -> "Closed";
      case NOT_APPLICABLE -> "N/A";
      case CANNOT_CLOSE -> "Can't close";
      case UNKNOWN -> "Other";
    };
  }

  static String of(TicketStatus status) {
    return switch (status) {
      case PENDING -> "Pending";
      case OPEN -> "Open";
      case DECLINED -> "Declined";
      case CLOSED -> "Closed";
      case UNKNOWN -> "Other";
    };
  }
}
