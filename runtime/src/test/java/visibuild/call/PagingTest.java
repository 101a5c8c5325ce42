package visibuild.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.DecodingException;
import visibuild.Page;
import visibuild.Paged;
import visibuild.RateLimitedException;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** The records of a list endpoint, page after page. */
@Tag("slow")
class PagingTest {
  private static final MockResponse FIRST = Replies.page("\"c1\"", "a", "b");
  private static final MockResponse SECOND = Replies.page("\"c2\"", "c", "d");
  private static final MockResponse LAST = Replies.page("null", "e");

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void allRecordsComeInOrder() {
    server.calls(FIRST, SECOND, LAST);

    assertThat(paged()).extracting(Project::id).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void eachPageIsAskedForOnceByTheCursorOfTheOneBefore() {
    server.calls(FIRST, SECOND, LAST);

    paged().stream().forEach(project -> {});

    assertThat(cursors()).containsExactly(null, "c1", "c2");
  }

  @Test
  void nothingIsAskedForBeforeTheFirstRecord() {
    Paged<Project> paged = paged();
    Iterator<Project> records = paged.iterator();
    Stream<String> ids = paged.stream().map(Project::id);
    Stream<String> cursors = paged.pages().map(Page::next);

    assertThat(Stream.of(records, ids, cursors)).doesNotContainNull();
    assertThat(server.calls()).isEmpty();
    assertThat(server.tokenRequests()).isEmpty();
  }

  @Test
  void theNextPageIsNotAskedForBeforeItsFirstRecord() {
    server.calls(FIRST, SECOND, LAST);
    Iterator<Project> records = paged().iterator();

    records.next();
    records.next();

    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void aStreamThatEndsEarlyAsksForNoMorePages() {
    server.calls(FIRST, SECOND, LAST);

    assertThat(paged().stream().limit(3).map(Project::id)).containsExactly("a", "b", "c");
    assertThat(server.calls()).hasSize(2);
  }

  @Test
  void anEmptyPageInTheMiddleIsPassedOver() {
    server.calls(FIRST, Replies.page("\"c2\""), LAST);

    assertThat(paged()).extracting(Project::id).containsExactly("a", "b", "e");
  }

  @Test
  void anEmptyListHasNoRecords() {
    server.calls(Replies.page("null"));

    assertThat(paged().iterator().hasNext()).isFalse();
  }

  @Test
  void theIteratorEndsAsIteratorsDo() {
    server.calls(LAST);
    Iterator<Project> records = paged().iterator();
    records.next();

    assertThatThrownBy(records::next).isInstanceOf(NoSuchElementException.class);
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void eachIterationBeginsAgain() {
    server.calls(FIRST, LAST, FIRST, LAST);
    Paged<Project> paged = paged();

    assertThat(paged).as("first iteration").hasSize(3);
    assertThat(paged).as("second iteration").hasSize(3);
  }

  @Test
  void pagesComeWithTheirCursors() {
    server.calls(FIRST, SECOND, LAST);

    assertThat(paged().pages().map(Page::next)).containsExactly("c1", "c2", null);
  }

  @Test
  void aCursorThatComesAgainIsRefused() {
    server.calls(FIRST, SECOND, FIRST);
    List<Project> read = new ArrayList<>();

    assertThatThrownBy(() -> paged().forEach(read::add))
        .isInstanceOf(DecodingException.class)
        .hasMessage(
            "GET api/core/v1/projects names a next page that was read before; reading on would"
                + " never end.");
    assertThat(server.calls()).hasSize(3);
  }

  @Test
  void moreWithoutACursorIsRefused() {
    server.calls(LAST.newBuilder().setHeader("X-Has-Next-Page", "true").build());

    assertThatThrownBy(() -> paged().iterator().next())
        .isInstanceOf(DecodingException.class)
        .hasMessage(
            "GET api/core/v1/projects announces further pages without a cursor for the next.");
  }

  @Test
  void theHeaderOfTheLastPageIsNoContradiction() {
    server.calls(LAST.newBuilder().setHeader("X-Has-Next-Page", "false").build());

    assertThat(paged()).hasSize(1);
  }

  @Test
  void anErrorOnALaterPageIsThrownThere() {
    server.calls(FIRST, Replies.empty(429));
    Iterator<Project> records = paged().iterator();
    records.next();
    records.next();

    assertThatThrownBy(records::next).isInstanceOf(RateLimitedException.class);
  }

  @Test
  void afterAnErrorTheSamePageCanBeReadAgain() {
    server.calls(FIRST, Replies.empty(429), LAST);
    Iterator<Project> records = paged().iterator();
    records.next();
    records.next();
    assertThatThrownBy(records::next).isInstanceOf(RateLimitedException.class);

    assertThat(records.next().id()).isEqualTo("e");
    assertThat(cursors()).containsExactly(null, "c1", "c1");
  }

  @Test
  void readingBeginsAtACursor() {
    server.calls(SECOND, LAST);

    assertThat(paged().from("c1")).extracting(Project::id).containsExactly("c", "d", "e");
    assertThat(cursors()).containsExactly("c1", "c2");
  }

  @Test
  void noCursorIsTheFirstPage() {
    server.calls(LAST);

    assertThat(paged().from("c1").from(null)).hasSize(1);
    assertThat(cursors()).containsExactly((String) null);
  }

  @Test
  void theCursorThatReadingBeganAtIsRefusedAsTheNext() {
    server.calls(FIRST);

    assertThatThrownBy(() -> paged().from("c1").iterator().next())
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("names a next page that was read before");
  }

  @Test
  void aCursorAndAPageSizeGoTogether() {
    server.calls(LAST);

    paged().from("c1").pageSize(7).iterator().next();

    assertThat(server.calls().get(0).getTarget())
        .isEqualTo("/api/core/v1/projects?pageSize=7&next=c1");
  }

  @Test
  void recordsThatAreThereAlreadyStandInForAServer() {
    assertThat(Paged.of(List.of("a", "b")).pageSize(1).stream()).containsExactly("a", "b");
  }

  private Paged<Project> paged() {
    Calls calls = server.readCalls();
    return ClientCalls.paged(calls::page);
  }

  private List<String> cursors() {
    return server.calls().stream().map(PagingTest::cursor).toList();
  }

  private static String cursor(RecordedRequest call) {
    return call.getUrl().queryParameter("next");
  }
}
