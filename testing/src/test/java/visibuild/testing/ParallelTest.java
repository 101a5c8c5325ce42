package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many callers at once: nothing is lost, and nothing is given out twice. */
@Tag("slow")
class ParallelTest {
  private static final String TICKETS = "/api/core/v1/tickets";
  private static final int CALLERS = 8;
  private static final int TICKETS_OF_A_CALLER = 5;

  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final Web web = new Web(sandbox);
  private final ExecutorService executor = Executors.newFixedThreadPool(CALLERS);
  private final CyclicBarrier start = new CyclicBarrier(CALLERS);
  private final String body =
      "{\"title\":\"Door\",\"projectId\":\"%s\"}".formatted(web.projectId(1));
  private List<String> before = List.of();

  @BeforeEach
  void lookAround() {
    before = ids(page(7));
  }

  @AfterEach
  void close() {
    executor.shutdown();
    sandbox.close();
  }

  @Test
  void ticketsOpenedAtOnceAreAllThereWithIdsAndNumbersOfTheirOwn() throws Exception {
    List<JsonNode> opened = inParallel(caller -> openSome());

    assertThat(ids(opened))
        .hasSize(CALLERS * TICKETS_OF_A_CALLER)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(before);
    assertThat(opened)
        .extracting(ticket -> ticket.path("ticketNo").asInt())
        .doesNotHaveDuplicates();
    assertThat(ids(page(1000))).hasSize(before.size() + opened.size()).containsAll(ids(opened));
  }

  @Test
  void pagingDuringChangesReturnsEveryOlderTicketOnce() throws Exception {
    List<JsonNode> seen =
        inParallel(
            caller -> {
              if (caller % 2 == 0) {
                openSome();
                return List.of();
              }
              List<JsonNode> pages = page(3);
              assertThat(ids(pages)).doesNotHaveDuplicates().isSorted().containsAll(before);
              return pages;
            });

    assertThat(seen).hasSizeGreaterThanOrEqualTo(before.size() * CALLERS / 2);
  }

  @Test
  void everyRequestIsNotedDownOnce() throws Exception {
    sandbox.forgetRequests();

    inParallel(caller -> openSome());

    assertThat(sandbox.apiRequests())
        .hasSize(CALLERS * TICKETS_OF_A_CALLER)
        .allMatch(request -> request.status() == 201)
        .extracting(SandboxRequest.ApiRequest::requestId)
        .doesNotHaveDuplicates();
  }

  @Test
  void switchesOfOneWebhookDoNotBringBackWhatWasDeleted() throws Exception {
    String path =
        "/api/core/v1/webhooks/"
            + web.get("/api/core/v1/webhooks").data("webhookEndpoints").path(0).path("id").asText();

    inParallel(
        caller -> {
          web.write(
              caller == 0 ? "DELETE" : "PATCH", path, caller == 0 ? null : "{\"enabled\":true}");
          return List.of();
        });

    assertThat(web.get("/api/core/v1/webhooks").data("webhookEndpoints")).hasSize(2);
  }

  private interface Caller {
    List<JsonNode> call(int number);
  }

  /** Lets all callers begin at the same moment, and gathers what they bring. */
  private List<JsonNode> inParallel(Caller caller) throws Exception {
    List<Callable<List<JsonNode>>> tasks =
        IntStream.range(0, CALLERS).mapToObj(number -> task(caller, number)).toList();
    List<JsonNode> brought = new ArrayList<>();
    for (Future<List<JsonNode>> done : executor.invokeAll(tasks)) {
      brought.addAll(done.get());
    }
    return brought;
  }

  private Callable<List<JsonNode>> task(Caller caller, int number) {
    return () -> {
      start.await();
      return caller.call(number);
    };
  }

  private List<JsonNode> openSome() {
    return IntStream.range(0, TICKETS_OF_A_CALLER)
        .mapToObj(i -> web.write("POST", TICKETS, body).data("ticket"))
        .toList();
  }

  private List<JsonNode> page(int pageSize) {
    return web.all(TICKETS, "tickets", pageSize);
  }

  private static List<String> ids(List<JsonNode> records) {
    return records.stream().map(record -> record.path("id").asText()).toList();
  }
}
