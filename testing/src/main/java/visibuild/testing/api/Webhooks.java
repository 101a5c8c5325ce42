package visibuild.testing.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import visibuild.testing.data.Ids;
import visibuild.testing.data.Portfolio;
import visibuild.testing.data.Webhook;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.JsonBody;
import visibuild.testing.http.RoutedRequest;
import visibuild.testing.http.SandboxHttpResponse;

/** The registered webhook endpoints. Safe for use by several threads. */
final class Webhooks {
  private final ProjectLookup sites;
  private final Ids ids;
  private final Clock clock;
  private final Supplier<String> secrets;
  private final Map<String, Webhook> byId = new ConcurrentSkipListMap<>();

  Webhooks(
      Portfolio portfolio, ProjectLookup sites, Ids ids, Clock clock, Supplier<String> secrets) {
    this.sites = sites;
    this.ids = ids;
    this.clock = clock;
    this.secrets = secrets;
    portfolio.webhooks().forEach(hook -> byId.put(hook.id(), hook));
  }

  /** A webhook in the response that creates it, the only one with its secret. */
  record Created(
      String id,
      String url,
      @Nullable String description,
      List<String> events,
      boolean enabled,
      List<String> projectIds,
      int failureCount,
      Instant createdAt,
      Instant updatedAt,
      String secret) {}

  ListEndpoint<Webhook> list() {
    return ListEndpoint.of("webhookEndpoints", call -> List.copyOf(byId.values()), Webhook::id);
  }

  SandboxHttpResponse create(RoutedRequest call) {
    JsonBody body = call.json();
    String url = body.requiredText("url");
    if (!url.isEmpty() && HttpUrl.parse(url) == null) {
      body.error("url", "must be an http or https URL");
    }
    List<String> events = body.texts("events");
    if (events.isEmpty()) {
      body.error("events", "can't be blank");
    } else if (!Webhook.EVENTS.containsAll(events)) {
      body.error("events", "is not included in the list");
    }
    String description = body.text("description");
    List<String> projectIds = body.texts("projectIds");
    if (!projectIds.stream().allMatch(sites::has)) {
      body.error("projectIds", "must exist");
    }
    body.check();
    Webhook hook = keep(url, description, events, projectIds);
    return Envelope.of(201, "webhookEndpoint", withSecret(hook, secrets.get()));
  }

  /** One at a time, so that a reader that has seen one webhook of the list misses no older one. */
  private synchronized Webhook keep(
      String url, @Nullable String description, List<String> events, List<String> projectIds) {
    Instant now = clock.instant();
    Webhook hook =
        new Webhook(ids.at(now), url, description, events, true, projectIds, 0, now, now);
    byId.put(hook.id(), hook);
    return hook;
  }

  SandboxHttpResponse change(RoutedRequest call) {
    Webhook hook = existing(call);
    JsonBody body = call.json();
    boolean enabled = body.requiredFlag("enabled");
    body.check();
    Webhook changed =
        byId.computeIfPresent(
            hook.id(), (id, current) -> current.switched(enabled, clock.instant()));
    if (changed == null) {
      throw HttpProblem.notFound("webhook", hook.id());
    }
    return Envelope.of(200, "webhookEndpoint", changed);
  }

  SandboxHttpResponse delete(RoutedRequest call) {
    if (byId.remove(existing(call).id()) == null) {
      throw HttpProblem.notFound("webhook", call.variable("id"));
    }
    return SandboxHttpResponse.noContent();
  }

  private Webhook existing(RoutedRequest call) {
    String id = call.variable("id");
    Webhook hook = byId.get(id);
    if (hook == null) {
      throw HttpProblem.notFound("webhook", id);
    }
    return hook;
  }

  private static Created withSecret(Webhook hook, String secret) {
    return new Created(
        hook.id(),
        hook.url(),
        hook.description(),
        hook.events(),
        hook.enabled(),
        hook.projectIds(),
        hook.failureCount(),
        hook.createdAt(),
        hook.updatedAt(),
        secret);
  }
}
