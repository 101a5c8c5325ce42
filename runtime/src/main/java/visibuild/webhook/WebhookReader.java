package visibuild.webhook;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import visibuild.DecodingException;
import visibuild.Visibuild;
import visibuild.internal.json.DecodingErrors;

/**
 * Reads deliveries of webhooks. Verify a delivery before it is read. Immutable and safe for use by
 * several threads.
 *
 * @param <T> the program's record of a ticket
 * @since 0.1
 */
public final class WebhookReader<T> {
  private final ObjectReader events;
  private final ObjectReader tickets;

  private WebhookReader(ObjectMapper mapper, Class<T> ticket) {
    // Decimals keep all digits until they are read as the type of the ticket's component.
    this.events =
        mapper
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    this.tickets = mapper.readerFor(ticket);
  }

  /**
   * Returns a reader that decodes tickets to records of type {@code ticket}, as calls do. Members
   * are in camelCase, as Visibuild documents deliveries; {@link
   * visibuild.Visibuild.Builder#readSnakeCase} is for responses.
   */
  public static <T> WebhookReader<T> of(Class<T> ticket) {
    return of(ticket, Visibuild.newObjectMapper());
  }

  /** Reads tickets as records of {@code ticket} with a mapper of the program's own. */
  public static <T> WebhookReader<T> of(Class<T> ticket, ObjectMapper mapper) {
    return new WebhookReader<>(mapper, ticket);
  }

  /**
   * Reads a delivery.
   *
   * @param body the body of the request, as it came
   * @throws DecodingException if it is no event, or its ticket is not of the type
   */
  public WebhookEvent<T> read(byte[] body) {
    JsonNode event = parse(body);
    String id = text(event, "id");
    String type = text(event, "type");
    Instant timestamp = instant(text(event, "timestamp"));
    @Nullable String version = event.path("apiVersion").asText(null);
    JsonNode data = event.path("data");
    return switch (type) {
      case "ticket.created" ->
          new WebhookEvent.TicketCreated<>(id, type, timestamp, version, ticket(data));
      case "ticket.updated" ->
          new WebhookEvent.TicketUpdated<>(id, type, timestamp, version, ticket(data));
      case "ticket.status_changed" ->
          new WebhookEvent.TicketStatusChanged<>(id, type, timestamp, version, ticket(data));
      case "ticket.comment_added" ->
          new WebhookEvent.TicketCommentAdded<>(id, type, timestamp, version, ticket(data));
      case "ticket.archived" ->
          new WebhookEvent.TicketArchived<>(id, type, timestamp, version, ticket(data));
      default -> new WebhookEvent.Unknown<>(id, type, timestamp, version, data);
    };
  }

  private JsonNode parse(byte[] body) {
    JsonNode event;
    try {
      event = events.readTree(body);
    } catch (IOException | NumberFormatException e) {
      // Jackson's message would repeat what came.
      throw new DecodingException("The webhook's body is not JSON.", null);
    }
    if (event == null || !event.isObject()) {
      throw new DecodingException("The webhook's body is not an object.", null);
    }
    return event;
  }

  private static String text(JsonNode event, String member) {
    JsonNode node = event.path(member);
    if (!node.isTextual()) {
      throw new DecodingException("The webhook's $." + member + " is not a text.", null);
    }
    return node.asText();
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new DecodingException(
          "The webhook's $.timestamp is no instant such as 2027-03-01T08:00:00Z.", null);
    }
  }

  private T ticket(JsonNode data) {
    JsonNode node = data.path("ticket");
    if (!node.isObject()) {
      throw new DecodingException("The webhook's $.data.ticket is not an object.", null);
    }
    try {
      return tickets.readValue(node);
    } catch (JsonMappingException e) {
      DecodingException unreadable = DecodingErrors.value("$.data.ticket", e);
      throw new DecodingException(
          "The webhook's " + unreadable.getMessage(),
          unreadable.jsonPath().orElse(null),
          null,
          unreadable.getCause());
    } catch (IOException e) {
      // Jackson's message would repeat what came.
      throw new DecodingException("The webhook's $.data.ticket cannot be read.", null);
    }
  }
}
