package visibuild.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.ServerException;
import visibuild.testing.Fault;
import visibuild.testing.VisibuildSandbox;

@Tag("slow")
class LookupCacheTest {
  private static final Duration MAX_AGE = Duration.ofHours(6);

  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final VisibuildReadClient api =
      VisibuildReadClient.create(sandbox.visibuild(Scope.READ).readAccess());
  private final AtomicLong nanos = new AtomicLong();
  private final LookupCache lookups = LookupCache.of(api, MAX_AGE, nanos::get);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void list_isReadOnceWithinItsAge() {
    List<Project> first = lookups.projects();
    nanos.addAndGet(MAX_AGE.minusSeconds(1).toNanos());

    assertThat(lookups.projects()).isSameAs(first);
    assertThat(sandbox.apiRequests()).hasSize(1);
  }

  @Test
  void list_isReadAgainAfterItsAge() {
    lookups.projects();
    nanos.addAndGet(MAX_AGE.toNanos());

    lookups.projects();

    assertThat(sandbox.apiRequests()).hasSize(2);
  }

  @Test
  void lookUpById_findsTheRecord() {
    Project project = lookups.projects().get(0);
    Location location = lookups.locations(project.id()).get(3);
    Company company = lookups.companies().get(0);
    User user = lookups.users(company.id()).get(0);

    assertThat(lookups.project(project.id())).contains(project);
    assertThat(lookups.location(project.id(), location.id())).contains(location);
    assertThat(lookups.company(company.id())).contains(company);
    assertThat(lookups.user(company.id(), user.id())).contains(user);
    assertThat(lookups.location(project.id(), "unknown")).isEmpty();
    assertThat(sandbox.apiRequests()).hasSize(4);
  }

  @Test
  void membersOfAProject_areKeptPerProject() {
    List<Project> projects = lookups.projects();
    String first = projects.get(0).id();
    String second = projects.get(1).id();

    assertThat(lookups.projectUsers(first)).isNotEqualTo(lookups.projectUsers(second));
    assertThat(lookups.projectCompanies(first)).isNotEqualTo(lookups.projectCompanies(second));
    assertThat(lookups.projectUsers(first)).extracting(ProjectUser::projectId).containsOnly(first);
    assertThat(sandbox.apiRequests()).hasSize(5);
  }

  @Test
  void failedRequest_isNotKept() {
    sandbox.fail(Fault.status(500));

    assertThatThrownBy(lookups::projects).isInstanceOf(ServerException.class);

    assertThat(lookups.projects()).isNotEmpty();
  }

  @Test
  void clearedCache_readsAgain() {
    lookups.projects();
    lookups.clear();
    lookups.projects();

    assertThat(sandbox.apiRequests()).hasSize(2);
  }

  @Test
  void concurrentCallers_shareOneRequest() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<List<Project>> response = new CompletableFuture<>();
    ProjectsApi projects =
        stub(
            ProjectsApi.class,
            () -> {
              requests.incrementAndGet();
              started.countDown();
              return Paged.of(response.join());
            });
    LookupCache shared = LookupCache.of(stub(VisibuildReadClient.class, () -> projects), MAX_AGE);
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      List<CompletableFuture<List<Project>>> results =
          IntStream.range(0, 8)
              .mapToObj(i -> CompletableFuture.supplyAsync(shared::projects, callers))
              .toList();
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
      response.complete(List.of(project()));

      assertThat(results).allSatisfy(each -> assertThat(each.get(10, TimeUnit.SECONDS)).hasSize(1));
      assertThat(requests).hasValue(1);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void agelessCache_isRefused() {
    assertThatThrownBy(() -> LookupCache.of(api, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0S");
  }

  private static Project project() {
    return new Project("p1", null, null, null, null, null);
  }

  /** Implements an interface of which one method is called. */
  private static <T> T stub(Class<T> type, Supplier<?> method) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> method.get()));
  }
}
