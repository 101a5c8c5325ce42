package visibuild.sample.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import visibuild.UploadException;
import visibuild.client.NewTicket;
import visibuild.client.TicketPriority;
import visibuild.sample.FromJson;

class TicketDeskTest {
  private static final TicketDesk.TicketDraft WISH =
      new TicketDesk.TicketDraft("p1", "Crack in slab", "By the lift", TicketPriority.HIGH);
  private static final Photo PHOTO = new Photo(Path.of("crack.png"));

  private final List<NewTicket> opened = new ArrayList<>();
  private final TicketDeskApi api =
      ticket -> {
        opened.add(ticket);
        return FromJson.ticket("{\"id\": \"t1\", \"ticketNo\": 7}");
      };

  @Test
  void photoIsUploadedThenTheTicketRefersToIt() {
    List<Path> uploaded = new ArrayList<>();

    open(
        file -> {
          uploaded.add(file);
          return "key-1";
        });

    assertThat(uploaded).containsExactly(PHOTO.file());
    assertThat(opened)
        .containsExactly(
            new NewTicket(
                "Crack in slab", "p1", "By the lift", TicketPriority.HIGH, List.of("key-1")));
  }

  @Test
  void ticketIsNotOpenedWithoutItsPhoto() {
    assertThatThrownBy(
            () ->
                open(
                    file -> {
                      throw new UploadException("The storage is full.", null);
                    }))
        .isInstanceOf(UploadException.class);
    assertThat(opened).isEmpty();
  }

  private void open(Function<Path, String> uploads) {
    new TicketDesk(api, uploads).open(WISH, PHOTO);
  }
}
