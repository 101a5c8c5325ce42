package visibuild.jcache;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastInstance;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/**
 * Two programs in two processes share one credential through Hazelcast. They are the same two in
 * all tests, since it takes a while to start them; the last test ends one.
 */
@Timeout(180)
@TestMethodOrder(OrderAnnotation.class)
@Tag("slow")
class FleetTest {
  /** Three quarters of an hour are over: whoever calls renews. */
  private static final String DUE = "time 2760";

  private static final String AN_HOUR = "time 3600";
  private static final FakeVisibuild SERVER = new FakeVisibuild();

  private static int port;
  private static HazelcastInstance cluster;
  private static Member first;
  private static Member second;

  private final AtomicReference<String> valid = new AtomicReference<>("none");
  private int before;

  @BeforeAll
  static void start() throws Exception {
    SERVER.beforeEach(null);
    port = Cluster.freePort();
    cluster = Cluster.start(port);
    first = Member.start(SERVER.url("/").toString(), port);
    second = Member.start(SERVER.url("/").toString(), port);
    first.says("ready");
    second.says("ready");
  }

  @AfterAll
  static void end() throws Exception {
    first.kill();
    second.kill();
    cluster.shutdown();
    SERVER.afterEach(null);
  }

  @BeforeEach
  void begin() {
    SERVER.tokens(SERVER::grant);
    SERVER.calls(request -> Replies.json(Replies.PROJECT));
    before = SERVER.tokenRequests().size();
  }

  @Test
  @Order(1)
  void oneTokenServesBoth() throws Exception {
    both("call 20");

    bothAreReported("called 20");
    assertThat(requests()).isEqualTo(1);
    assertThat(SERVER.authorizations()).hasSize(40).containsOnly("Bearer token-1");
  }

  @Test
  @Order(2)
  void aServerThatRevokesTheOlderTokenIsAskedOnceForEachRenewal() throws Exception {
    SERVER.tokens(this::grantAndRevoke);
    SERVER.calls(this::respond);
    both(AN_HOUR);
    int rounds = 5;

    for (int round = 0; round < rounds; round++) {
      both("call 20");
      bothAreReported("called 20");
      both(DUE);
    }

    assertThat(requests()).isBetween(2, rounds);
  }

  @Test
  @Order(3)
  void aTokenThatWasRevokedForBothIsReplacedOnce() throws Exception {
    both(AN_HOUR);
    both("call 1");
    bothAreReported("called 1");
    before = SERVER.tokenRequests().size();
    SERVER.tokens(this::grantAndRevoke);
    SERVER.calls(this::respond);

    both("call 20");

    bothAreReported("called 20");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  @Order(4)
  void withoutTheStoreEachGoesOnAloneAndWithItTheyShareAgain() throws Exception {
    cluster.shutdown();
    both(AN_HOUR);
    both("call 20");
    first.says("StoreUnavailable");
    second.says("StoreUnavailable");
    bothAreReported("called 20");
    assertThat(requests()).as("without the store").isEqualTo(2);

    cluster = Cluster.start(port);
    bothAreReported("connected");
    both(AN_HOUR);
    both("call 20");

    bothAreReported("called 20");
    assertThat(requests()).as("with the store again").isEqualTo(3);
  }

  @Test
  @Order(5)
  void theLeaseOfAProgramThatDiedGoesToTheOther() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    SERVER.tokens(
        request -> {
          SERVER.tokens(SERVER::grant);
          asked.countDown();
          never.await();
          return Replies.empty(500);
        });
    both(AN_HOUR);
    first.tell("call 1");
    assertThat(asked.await(30, SECONDS)).isTrue();
    second.tell("call 1");
    second.says("waits for the lease");

    first.kill();
    never.countDown();
    second.tell("time 17");

    second.says("called 1");
    assertThat(requests()).isEqualTo(2);
  }

  private int requests() {
    return SERVER.tokenRequests().size() - before;
  }

  private MockResponse grantAndRevoke(RecordedRequest request) {
    valid.set("Bearer token-" + SERVER.tokenRequests().size());
    return SERVER.grant(request);
  }

  private MockResponse respond(RecordedRequest request) {
    return valid.get().equals(request.getHeaders().get("Authorization"))
        ? Replies.json(Replies.PROJECT)
        : Replies.refusedToken();
  }

  private static void both(String command) {
    first.tell(command);
    second.tell(command);
  }

  private static void bothAreReported(String line) throws Exception {
    first.says(line);
    second.says(line);
  }
}
