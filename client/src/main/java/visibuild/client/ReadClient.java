package visibuild.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import visibuild.ReadAccess;

/**
 * Creates the client of each resource at its first use.
 *
 * @param <A> the access that the clients are made from
 */
class ReadClient<A extends ReadAccess> implements VisibuildReadClient {
  final A access;
  private final Map<Class<?>, Object> clients = new ConcurrentHashMap<>();

  ReadClient(A access) {
    this.access = access;
  }

  @Override
  public ProjectsApi projects() {
    return client(ProjectsApi.class, () -> ProjectsApiClient.create(access));
  }

  @Override
  public VisisApi visis() {
    return client(VisisApi.class, () -> VisisApiClient.create(access));
  }

  @Override
  public LocationsApi locations() {
    return client(LocationsApi.class, () -> LocationsApiClient.create(access));
  }

  @Override
  public ProjectAttachmentsApi projectAttachments() {
    return client(ProjectAttachmentsApi.class, () -> ProjectAttachmentsApiClient.create(access));
  }

  @Override
  public CompaniesApi companies() {
    return client(CompaniesApi.class, () -> CompaniesApiClient.create(access));
  }

  @Override
  public TagsApi tags() {
    return client(TagsApi.class, () -> TagsApiClient.create(access));
  }

  @Override
  public MilestonesApi milestones() {
    return client(MilestonesApi.class, () -> MilestonesApiClient.create(access));
  }

  @Override
  public TicketsApi tickets() {
    return client(TicketsApi.class, () -> TicketsApiClient.create(access));
  }

  @Override
  public WebhooksApi webhooks() {
    return client(WebhooksApi.class, () -> WebhooksApiClient.create(access));
  }

  @Override
  public ReportingApi reporting() {
    return client(ReportingApi.class, () -> ReportingApiClient.create(access));
  }

  final <C> C client(Class<C> type, Supplier<C> creator) {
    return type.cast(clients.computeIfAbsent(type, key -> creator.get()));
  }
}
