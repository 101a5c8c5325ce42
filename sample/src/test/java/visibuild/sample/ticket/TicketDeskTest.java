package visibuild.sample.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.sample.FromJson;
import visibuild.sample.api.TicketDeskApi;
import visibuild.sample.records.NewTicket;
import visibuild.sample.records.NewUpload;
import visibuild.sample.records.Ticket;
import visibuild.sample.records.TicketPriority;
import visibuild.sample.records.Upload;

class TicketDeskTest {
  private static final TicketDesk.Wish WISH =
      new TicketDesk.Wish("p1", "Crack in slab", "By the lift", TicketPriority.HIGH);

  private final MockWebServer storage = new MockWebServer();
  private final FakeDesk api = new FakeDesk();
  @TempDir private Path folder;
  private Photo photo;

  @BeforeEach
  void start() throws IOException {
    storage.start();
    photo = Photo.at(Files.writeString(folder.resolve("crack.png"), "hello"));
  }

  @AfterEach
  void stop() {
    storage.close();
  }

  @Test
  void photoIsAnnouncedThenSentThenTheTicketRefersToIt() {
    storage.enqueue(new MockResponse.Builder().build());

    open();

    assertThat(api.announced).containsExactly(photo.announcement());
    assertThat(storage.getRequestCount()).isEqualTo(1);
    assertThat(api.opened)
        .containsExactly(
            new NewTicket(
                "Crack in slab", "p1", "By the lift", TicketPriority.HIGH, List.of("key-1")));
  }

  @Test
  void ticketIsNotOpenedWithoutItsPhoto() {
    storage.enqueue(new MockResponse.Builder().code(403).build());

    assertThatThrownBy(this::open).isInstanceOf(UploadException.class);
    assertThat(api.opened).isEmpty();
  }

  private void open() {
    new TicketDesk(api, new PresignedUpload()).open(WISH, photo);
  }

  private final class FakeDesk implements TicketDeskApi {
    private final List<NewUpload> announced = new ArrayList<>();
    private final List<NewTicket> opened = new ArrayList<>();

    @Override
    public Upload announce(NewUpload file) {
      announced.add(file);
      return new Upload("key-1", file.filename(), storage.url("/photos/1").toString(), Map.of());
    }

    @Override
    public Ticket open(NewTicket ticket) {
      opened.add(ticket);
      return FromJson.ticket("{\"id\": \"t1\", \"ticketNo\": 7}");
    }
  }
}
