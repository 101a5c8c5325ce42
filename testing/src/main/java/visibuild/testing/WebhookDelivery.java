package visibuild.testing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import visibuild.testing.http.Json;
import visibuild.webhook.SignatureScheme;

/**
 * A webhook delivery for a test: the body that Visibuild would post, and the headers with its
 * signature.
 *
 * <pre>{@code
 * WebhookDelivery delivery =
 *     WebhookDelivery.builder("ticket.created")
 *         .ticket("title", "Cracked tile")
 *         .signature(SignatureScheme.hexHeader("X-Signature"), secret)
 *         .build();
 * verifier.verify(delivery::header, delivery.body());
 * }</pre>
 *
 * <p>The form of the body follows the help article <i>Webhooks</i>; the ticket has the members that
 * the Core API returns. Immutable.
 *
 * @since 0.1
 */
public final class WebhookDelivery {
  private final byte[] body;
  private final Map<String, String> headers;

  private WebhookDelivery(byte[] body, Map<String, String> headers) {
    this.body = body;
    this.headers = headers;
  }

  /**
   * Starts a delivery of an event about a ticket.
   *
   * @param type the type of the event, such as {@code ticket.created}; a type that is not
   *     documented is accepted, to test how a program treats it
   */
  public static Builder builder(String type) {
    return new Builder(type);
  }

  /** Returns the body, JSON in UTF-8. */
  public byte[] body() {
    return body.clone();
  }

  /** Returns the headers with the signature; empty if the delivery is not signed. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Returns a header by its name, in any case; {@code null} if it is absent. */
  public @Nullable String header(String name) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue();
      }
    }
    return null;
  }

  /**
   * Builds a {@link WebhookDelivery}. For use by one thread.
   *
   * @since 0.1
   */
  public static final class Builder {
    private final String type;
    private final Map<String, @Nullable Object> ticket = new LinkedHashMap<>();
    private String id = "019cda2d-3826-70fb-88cc-66bd0ee25062";
    private Instant timestamp = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private String apiVersion = "2025-01-01";
    private @Nullable SignatureScheme scheme;
    private @Nullable String secret;

    private Builder(String type) {
      this.type = type;
      ticket.put("id", "019cd9f0-5a1c-7c3e-9f60-2f4f5b0c9a11");
      ticket.put("ticketNo", 128);
      ticket.put("title", "Water stain on the ceiling of the bathroom");
      ticket.put("description", "It appeared after the storm last week and is growing.");
      ticket.put("status", "open");
      ticket.put("priority", "medium");
      ticket.put("projectId", "01954998-d842-756c-8c9f-599ec52c475c");
      ticket.put("locationId", null);
      ticket.put("address", "12 Harbour Road, Unit 305");
      ticket.put("companyId", "01954998-d0aa-7d1e-b8a3-0c5b6a2f4e10");
      ticket.put("createdByUserId", null);
      ticket.put("contact", Map.of("name", "Alex Example", "email", "alex@example.com"));
      ticket.put("createdAt", "2026-03-17T08:12:30.000Z");
      ticket.put("updatedAt", "2026-03-17T09:00:00.000Z");
    }

    /** Sets the id of the event; a repeated delivery has the same id. */
    public Builder id(String id) {
      this.id = id;
      return this;
    }

    /** Sets the time of the event and of its signature; the present time by default. */
    public Builder timestamp(Instant timestamp) {
      this.timestamp = timestamp;
      return this;
    }

    /** Sets the version of the format, a date; {@code 2025-01-01} by default. */
    public Builder apiVersion(String apiVersion) {
      this.apiVersion = apiVersion;
      return this;
    }

    /** Sets a member of the ticket to a value that Jackson can write, or to {@code null}. */
    public Builder ticket(String member, @Nullable Object value) {
      ticket.put(member, value);
      return this;
    }

    /** Signs the delivery. Without this call it has no signature. */
    public Builder signature(SignatureScheme scheme, String secret) {
      this.scheme = scheme;
      this.secret = secret;
      return this;
    }

    /**
     * Builds the delivery.
     *
     * @throws UnsupportedOperationException if the scheme only reads signatures
     */
    public WebhookDelivery build() {
      Map<String, Object> event = new LinkedHashMap<>();
      event.put("id", id);
      event.put("type", type);
      event.put("timestamp", timestamp);
      event.put("apiVersion", apiVersion);
      event.put("data", Map.of("ticket", ticket));
      byte[] body = Json.write(event).toByteArray();
      return new WebhookDelivery(
          body,
          scheme == null
              ? Map.of()
              : Map.copyOf(scheme.sign(requireNonNull(secret), body, timestamp)));
    }
  }
}
