package visibuild.client;

/**
 * A change of a webhook endpoint. Source: help article <i>Webhooks</i>.
 *
 * @param enabled true to send events, false to stop
 * @since 0.1
 */
public record WebhookChange(boolean enabled) {}
