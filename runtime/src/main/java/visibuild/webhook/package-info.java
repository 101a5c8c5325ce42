/**
 * Webhooks that Visibuild sends to a program: is a delivery genuine ({@link
 * visibuild.webhook.WebhookVerifier}), and what does it say ({@link
 * visibuild.webhook.WebhookReader}).
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
 * <p>Knows the vocabulary in {@code visibuild}, and of {@code visibuild.json} why a value cannot be
 * read.
 */
@NullMarked
package visibuild.webhook;

import org.jspecify.annotations.NullMarked;
