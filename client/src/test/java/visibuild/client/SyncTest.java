package visibuild.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import visibuild.IncrementalSync;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.SyncCheckpoint;
import visibuild.SyncHandler;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.VisibuildSandbox;

class SyncTest {
  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final VisibuildClient api =
      VisibuildClient.create(sandbox.visibuild(Scope.READ_WRITE).writeAccess());
  private final String projectId = api.projects().list().iterator().next().id();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void syncOfVisis_asksOnlyForChangesInItsSecondRun() {
    IncrementalSync<Visi> sync = api.visis().sync(projectId);

    Run<Visi> first = run(sync, SyncCheckpoint.start());
    run(sync, first.end());

    assertThat(first.records()).hasSameSizeAs(api.visis().ofProject(projectId).stream().toList());
    assertThat(sandbox.apiRequests())
        .extracting(ApiRequest::query)
        .anyMatch(query -> String.valueOf(query).contains("updatedAfter="));
  }

  @Test
  void syncOfTickets_passesOnNewTicketsInItsSecondRun() {
    IncrementalSync<Ticket> sync = api.tickets().sync(projectId).clock(sandbox.clock());
    Run<Ticket> first = run(sync, SyncCheckpoint.start());
    sandbox.clock().advance(Duration.ofHours(1));
    Ticket opened = api.tickets().open(NewTicket.of("Crack", projectId));

    Run<Ticket> second = run(sync, first.end());

    assertThat(first.records()).isNotEmpty();
    assertThat(second.records()).extracting(Ticket::id).containsExactly(opened.id());
    assertThat(sandbox.apiRequests())
        .extracting(ApiRequest::query)
        .noneMatch(query -> String.valueOf(query).contains("updatedAfter"));
  }

  @Test
  void ticketWithoutATime_isAlwaysPassedOn() {
    Ticket timeless = FromJson.ticket("{\"id\": \"t1\"}");
    Ticket old = FromJson.ticket("{\"id\": \"t2\", \"updatedAt\": \"2020-01-01T00:00:00Z\"}");
    Instant since = Instant.parse("2026-01-01T00:00:00Z");

    Paged<Ticket> changed =
        Syncs.changedAfter(since, Paged.of(List.of(timeless, old)), Ticket::updatedAt);

    assertThat(changed).containsExactly(timeless);
  }

  @Test
  void syncOfLocations_passesOnNothingWhereNothingChanged() {
    IncrementalSync<Location> sync = api.locations().sync(projectId);

    Run<Location> first = run(sync, SyncCheckpoint.start());
    Run<Location> second = run(sync, first.end());

    assertThat(first.records()).isNotEmpty();
    assertThat(second.records()).isEmpty();
  }

  @Test
  void syncOfLocations_passesOnARenamedLocation() {
    List<Location> server = new ArrayList<>();
    server.add(new Location("l1", "Room 1", null, projectId));
    server.add(new Location("l2", "Room 2", null, projectId));
    LocationsApi locations =
        new LocationsApi() {
          @Override
          public Paged<Location> ofProject(String project) {
            return Paged.of(server);
          }

          @Override
          public Paged<LocationClosure> closures(String project) {
            throw new UnsupportedOperationException();
          }
        };
    IncrementalSync<Location> sync = locations.sync(projectId);
    SyncCheckpoint end = run(sync, SyncCheckpoint.start()).end();
    Location renamed = new Location("l2", "Kitchen", null, projectId);
    server.set(1, renamed);

    assertThat(run(sync, end).records()).containsExactly(renamed);
  }

  private static <T> Run<T> run(IncrementalSync<T> sync, SyncCheckpoint from) {
    List<T> records = new ArrayList<>();
    SyncCheckpoint end =
        sync.run(
            from,
            new SyncHandler<T>() {
              @Override
              public void onRecords(List<T> page) {
                records.addAll(page);
              }

              @Override
              public void onCheckpoint(SyncCheckpoint checkpoint) {}
            });
    return new Run<>(records, end);
  }

  private record Run<T>(List<T> records, SyncCheckpoint end) {}
}
