package visibuild.testing.api;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import visibuild.testing.data.Ids;
import visibuild.testing.data.Ticket;
import visibuild.testing.delivery.Deliveries;
import visibuild.testing.http.Json;

/**
 * Sends events to the registered webhooks that point at the loopback. Each is sent once: how the
 * real server repeats a failed delivery is not documented.
 */
public final class WebhookSender {
  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Signer signer;
  private final Clock clock;

  /** Ids of events only, so that a delivery does not change the ids of later records. */
  private final Ids ids = new Ids(new SplittableRandom(0));

  WebhookSender(Webhooks webhooks, Deliveries deliveries, Signer signer, Clock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.signer = signer;
    this.clock = clock;
  }

  /** Creates the headers with the signature of a delivery. */
  @FunctionalInterface
  public interface Signer {
    /** Returns the headers. */
    Map<String, String> sign(String secret, byte[] body, Instant signedAt);
  }

  /**
   * Posts an event about {@code ticket} and returns the status of the response. It is signed if a
   * webhook was created for {@code url}.
   *
   * @throws IOException if there is no response
   */
  int deliver(String type, Ticket ticket, String url) throws IOException {
    byte[] body = body(type, ticket);
    Map<String, String> signature =
        webhooks.secret(url).map(secret -> headers(secret, body)).orElse(Map.of());
    return deliveries.post(url, body, signature);
  }

  /** Sends {@code ticket.created} in the background to each webhook that wants it. */
  void ticketCreated(Ticket ticket) {
    byte[] body = body("ticket.created", ticket);
    webhooks
        .receivers("ticket.created", ticket.projectId())
        .forEach(
            receiver ->
                deliveries.postLater(
                    receiver.url(),
                    body,
                    headers(receiver.secret(), body),
                    accepted -> webhooks.count(receiver.id(), accepted)));
  }

  private byte[] body(String type, Ticket ticket) {
    Instant now = clock.instant();
    return Json.write(WebhookMessage.ofTicket(ids.at(now), type, now, ticket)).toByteArray();
  }

  private Map<String, String> headers(String secret, byte[] body) {
    return signer.sign(secret, body, clock.instant());
  }
}
