package visibuild.benchmark.call;

import java.nio.charset.StandardCharsets;
import java.util.Collections;

/**
 * The canned responses of a generated Visibuild, created once, so that a measurement covers the
 * client only.
 */
final class CannedResponses {
  /** About a kilobyte, as a ticket is. */
  private static final String TICKET =
      """
      {"id": "0190f5a2-7b7c-7d3e-8a55-3d1f9b0c7e21", "ticketNo": 4711,
      "title": "Cracked tile in the lobby", "description": "%s",
      "createdAt": "2026-03-02T09:00:00Z"}
      """
          .formatted("Behind the reception desk. ".repeat(30));

  private static final int MANY = 200;

  private static final byte[] ONE_TICKET = response("{\"data\": {\"ticket\": " + TICKET + "}}");

  private static final byte[] MANY_TICKETS =
      response(
          "{\"data\": {\"tickets\": ["
              + String.join(",", Collections.nCopies(MANY, TICKET))
              + "]}}");

  private static final byte[] TOKEN =
      response(
          """
          {"access_token": "nVb3mQfJ0yXw2sKd8rTzLhGc5uPaEiBo9N", "token_type": "Bearer",
          "expires_in": 3600, "scope": "read", "created_at": 1772442000}
          """);

  private static final byte[] LIST_PATH =
      "GET /api/core/v1/tickets ".getBytes(StandardCharsets.US_ASCII);

  private CannedResponses() {}

  /** Returns the response to a complete request; allocates nothing. */
  static byte[] to(byte[] request, int length) {
    if (request[0] == 'P') {
      return TOKEN;
    }
    return length > LIST_PATH.length && isList(request) ? MANY_TICKETS : ONE_TICKET;
  }

  private static boolean isList(byte[] request) {
    for (int i = 0; i < LIST_PATH.length; i++) {
      if (request[i] != LIST_PATH[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] response(String json) {
    return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + json.length()
            + "\r\n\r\n"
            + json)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
