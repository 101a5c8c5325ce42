package visibuild.sample.records;

/**
 * A change of a webhook.
 *
 * @param enabled whether anything is to be sent
 */
public record WebhookChange(boolean enabled) {}
