package visibuild.testing.data;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Generates the webhooks that are set up when the sandbox starts: one for all, one broken. */
final class WebhookGenerator {
  private final Ids ids;
  private final Instant now;

  WebhookGenerator(Ids ids, Instant now) {
    this.ids = ids;
    this.now = now;
  }

  List<Webhook> generate(List<Site> sites) {
    String project = sites.get(sites.size() / 2).project().id();
    return Stream.of(
            webhook("office", "Notifies the office", Webhook.EVENTS, true, List.of(), 0, 300),
            webhook(
                "board",
                "Shows new tickets on site",
                Webhook.EVENTS.subList(0, 1),
                true,
                List.of(project),
                2,
                120),
            webhook(
                "archive",
                "Disabled: the receiver does not respond",
                Webhook.EVENTS.subList(4, 5),
                false,
                List.of(),
                25,
                200))
        .sorted(Comparator.comparing(Webhook::id))
        .toList();
  }

  private Webhook webhook(
      String name,
      String description,
      List<String> events,
      boolean enabled,
      List<String> projectIds,
      int failureCount,
      int days) {
    Instant createdAt = now.minus(Duration.ofDays(days));
    return new Webhook(
        ids.at(createdAt),
        "https://hooks.example.com/" + name,
        description,
        events,
        enabled,
        projectIds,
        failureCount,
        createdAt,
        createdAt.plus(Duration.ofDays(1)));
  }
}
