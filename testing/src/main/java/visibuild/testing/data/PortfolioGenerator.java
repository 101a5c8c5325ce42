package visibuild.testing.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Generates all that the company of the sandbox can reach, from a seed and the present moment. */
public final class PortfolioGenerator {
  private static final Duration AGE = Duration.ofDays(900);

  /** Before the present moment nothing happened for so long. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private static final int PEOPLE_OF_A_COMPANY = 5;

  /** One in so many people has left. */
  private static final int ONE_LEFT_OF = 9;

  private PortfolioGenerator() {}

  /** Generates the portfolio. The same seed and the same moment give an equal one. */
  public static Portfolio generate(long seed, Instant now) {
    SplittableRandom random = new SplittableRandom(seed);
    SeededRandom dice = new SeededRandom(random.split());
    Ids ids = new Ids(random.split());
    Staff staff = staff(dice, ids, now.minus(AGE));
    Instant latest = now.minus(QUIET);
    SiteGenerator generator = new SiteGenerator(dice, ids, latest);
    List<Site> sites =
        ProjectSpec.ALL.stream().map(plan -> generator.generate(plan, staff)).toList();
    List<Site> byAge =
        sites.stream()
            .sorted((one, other) -> one.project().id().compareTo(other.project().id()))
            .toList();
    return new Portfolio(
        staff,
        byAge,
        new TicketGenerator(dice, ids, staff, latest).generate(byAge),
        new WebhookGenerator(ids, latest).generate(byAge));
  }

  private static Staff staff(SeededRandom dice, Ids ids, Instant since) {
    List<Company> companies =
        TextFixtures.COMPANIES.stream().map(name -> new Company(ids.at(since), name)).toList();
    List<CompanyRef> employers = new ArrayList<>();
    for (Company company : companies) {
      int before = employers.size() * PEOPLE_OF_A_COMPANY;
      List<User> people =
          IntStream.rangeClosed(1, PEOPLE_OF_A_COMPANY)
              .mapToObj(i -> user(dice, ids.at(since), before + i))
              .toList();
      employers.add(new CompanyRef(company, people));
    }
    List<Tag> tags =
        IntStream.range(0, TextFixtures.TAGS.size())
            .mapToObj(
                i ->
                    new Tag(
                        ids.at(since),
                        TextFixtures.TAGS.get(i),
                        dice.oneOf(TextFixtures.TAG_SETS),
                        i))
            .toList();
    List<Milestone> milestones =
        IntStream.range(0, TextFixtures.MILESTONES.size())
            .mapToObj(i -> new Milestone(ids.at(since), TextFixtures.MILESTONES.get(i), i))
            .toList();
    return new Staff(List.copyOf(employers), tags, milestones);
  }

  private static User user(SeededRandom dice, String id, int number) {
    String given = dice.oneOf(TextFixtures.GIVEN_NAMES);
    String name = given + " " + dice.oneOf(TextFixtures.FAMILY_NAMES);
    String email = given.toLowerCase(Locale.ROOT) + "." + number + "@example.com";
    return new User(id, name, email, number % ONE_LEFT_OF != 0);
  }
}
