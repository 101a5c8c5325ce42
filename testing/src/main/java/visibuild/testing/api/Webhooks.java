package visibuild.testing.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import visibuild.testing.data.Ids;
import visibuild.testing.data.Portfolio;
import visibuild.testing.data.Webhook;
import visibuild.testing.delivery.Deliveries;
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
  private final Map<String, String> secretById = new ConcurrentHashMap<>();

  Webhooks(
      Portfolio portfolio, ProjectLookup sites, Ids ids, Clock clock, Supplier<String> secrets) {
    this.sites = sites;
    this.ids = ids;
    this.clock = clock;
    this.secrets = secrets;
    portfolio.webhooks().forEach(hook -> byId.put(hook.id(), hook));
  }

  /** A webhook that receives an event, with the secret that signs it. */
  record Receiver(String id, String url, String secret) {}

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
    if (!url.isEmpty() && !isAcceptable(url)) {
      body.error("url", "must be an https URL; http is accepted on the loopback only");
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
    String secret = secrets.get();
    Webhook hook = keep(url, description, events, projectIds, secret);
    return Envelope.of(201, "webhookEndpoint", withSecret(hook, secret));
  }

  /** Returns the enabled webhooks on the loopback that want events of this type and project. */
  List<Receiver> receivers(String type, String projectId) {
    return byId.values().stream()
        .filter(hook -> hook.enabled() && hook.events().contains(type))
        .filter(hook -> hook.projectIds().isEmpty() || hook.projectIds().contains(projectId))
        .filter(hook -> Deliveries.isLoopback(hook.url()))
        .map(hook -> new Receiver(hook.id(), hook.url(), secretById.getOrDefault(hook.id(), "")))
        .toList();
  }

  /** Returns the secret of the newest webhook with this URL; empty if none was created. */
  Optional<String> secret(String url) {
    return byId.values().stream()
        .filter(hook -> hook.url().equals(url) && secretById.containsKey(hook.id()))
        .reduce((older, newer) -> newer)
        .map(hook -> secretById.get(hook.id()));
  }

  /** Counts a delivery to a webhook. */
  void count(String id, boolean accepted) {
    if (!accepted) {
      byId.computeIfPresent(id, (key, hook) -> hook.failed());
    }
  }

  private static boolean isAcceptable(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    return parsed != null && (parsed.isHttps() || Deliveries.isLoopback(url));
  }

  /** One at a time, so that a reader that has seen one webhook of the list misses no older one. */
  private synchronized Webhook keep(
      String url,
      @Nullable String description,
      List<String> events,
      List<String> projectIds,
      String secret) {
    Instant now = clock.instant();
    Webhook hook =
        new Webhook(ids.at(now), url, description, events, true, projectIds, 0, now, now);
    secretById.put(hook.id(), secret);
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
    String id = existing(call).id();
    if (byId.remove(id) == null) {
      throw HttpProblem.notFound("webhook", id);
    }
    secretById.remove(id);
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
