package visibuild.testing.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Generates the tickets that lie on the company's desk when the sandbox starts. */
final class TicketGenerator {
  private static final int TICKETS = 60;
  private static final int FIRST_NUMBER = 101;
  private static final Duration SPAN = Duration.ofDays(180);

  private final SeededRandom dice;
  private final Ids ids;
  private final Staff staff;
  private final Instant now;

  TicketGenerator(SeededRandom dice, Ids ids, Staff staff, Instant now) {
    this.dice = dice;
    this.ids = ids;
    this.staff = staff;
    this.now = now;
  }

  List<TicketFile> generate(List<Site> sites) {
    List<Instant> moments =
        IntStream.range(0, TICKETS)
            .mapToObj(i -> dice.moment(now.minus(SPAN), now))
            .sorted()
            .toList();
    List<TicketFile> files = new ArrayList<>();
    for (Instant createdAt : moments) {
      files.add(file(FIRST_NUMBER + files.size(), createdAt, dice.oneOf(sites)));
    }
    files.sort(Comparator.comparing(file -> file.ticket().id()));
    return List.copyOf(files);
  }

  private TicketFile file(int number, Instant createdAt, Site site) {
    List<Comment> comments = comments(createdAt);
    List<Attachment> photos =
        IntStream.range(0, dice.between(0, 2))
            .mapToObj(i -> Photo.ofTicket(ids.at(createdAt), createdAt))
            .toList();
    Instant updatedAt =
        comments.isEmpty() ? createdAt : comments.get(comments.size() - 1).createdAt();
    return new TicketFile(ticket(number, createdAt, updatedAt, site), comments, photos);
  }

  private Ticket ticket(int number, Instant createdAt, Instant updatedAt, Site site) {
    String title = dice.oneOf(TextFixtures.TICKET_TITLES);
    Location location = dice.oneOf(site.locations());
    User author = dice.perhapsOneOf(staff.users(), 70);
    Company company = dice.perhapsOneOf(staff.companies(), 80);
    return new Ticket(
        ids.at(createdAt),
        number,
        title,
        dice.chance(80) ? title + " at " + location.nestedName() + "." : null,
        dice.weighted(List.of(TicketStatus.values()), 20, 35, 8, 37),
        dice.weighted(List.of(TicketPriority.values()), 25, 45, 22, 8),
        site.project().id(),
        location.id(),
        site.project().address(),
        company == null ? null : company.id(),
        author == null ? null : author.id(),
        author == null ? contact(number) : null,
        dice.chance(30) ? "Summary: " + title + "." : null,
        visis(site),
        createdAt,
        updatedAt);
  }

  private Contact contact(int number) {
    String name =
        dice.oneOf(TextFixtures.GIVEN_NAMES) + " " + dice.oneOf(TextFixtures.FAMILY_NAMES);
    return new Contact(name, "resident." + number + "@example.com");
  }

  private List<Visi> visis(Site site) {
    if (site.visis().isEmpty()) {
      return List.of();
    }
    // By id: to hash so large a record takes the JVM a tenth of the sandbox's start.
    Map<String, Visi> chosen = new LinkedHashMap<>();
    for (int i = dice.weighted(List.of(0, 1, 2, 3), 45, 35, 15, 5); i > 0; i--) {
      Visi visi = dice.oneOf(site.visis());
      chosen.put(visi.id(), visi);
    }
    return List.copyOf(chosen.values());
  }

  private List<Comment> comments(Instant createdAt) {
    List<Comment> comments = new ArrayList<>();
    Instant last = createdAt;
    for (int i = dice.between(0, 4); i > 0; i--) {
      last = dice.moment(last, now);
      comments.add(
          new Comment(
              ids.at(last),
              dice.oneOf(TextFixtures.COMMENTS),
              dice.weighted(List.of(CommentType.values()), 70, 20, 10),
              dice.oneOf(staff.users()).id(),
              last));
    }
    return List.copyOf(comments);
  }
}
