/**
 * Verification ({@link visibuild.webhook.WebhookVerifier}) and decoding ({@link
 * visibuild.webhook.WebhookReader}) of the webhooks that Visibuild sends to a program.
 *
 * <pre>{@code
 * WebhookVerifier verifier = WebhookVerifier.of(scheme, secret);
 * WebhookReader<Ticket> reader = WebhookReader.of(Ticket.class);
 *
 * verifier.verify(request.headers(), body);
 * WebhookEvent<Ticket> event = reader.read(body);
 * if (event instanceof WebhookEvent.TicketCreated<Ticket> created) {
 *   welcome(created.ticket());
 * }
 * }</pre>
 *
 * <p>Knows {@code visibuild} and {@code visibuild.internal.json}.
 */
@NullMarked
package visibuild.webhook;

import org.jspecify.annotations.NullMarked;
