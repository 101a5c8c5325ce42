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

  private PortfolioGenerator() {}

  /** Generates the portfolio. The same seed and the same moment give an equal one. */
  public static Portfolio generate(long seed, Instant now) {
    SplittableRandom random = new SplittableRandom(seed);
    Dice dice = new Dice(random.split());
    Ids ids = new Ids(random.split());
    Staff staff = staff(dice, ids, now.minus(AGE));
    Instant latest = now.minus(QUIET);
    SiteGenerator generator = new SiteGenerator(dice, ids, latest);
    List<Site> sites = SitePlan.ALL.stream().map(plan -> generator.generate(plan, staff)).toList();
    List<Site> byAge =
        sites.stream()
            .sorted((one, other) -> one.project().id().compareTo(other.project().id()))
            .toList();
    return new Portfolio(
        staff.companies(),
        staff.users(),
        staff.tags(),
        staff.milestones(),
        byAge,
        new TicketGenerator(dice, ids, staff, latest).generate(byAge));
  }

  private static Staff staff(Dice dice, Ids ids, Instant since) {
    List<Company> companies =
        Words.COMPANIES.stream().map(name -> new Company(ids.at(since), name)).toList();
    List<User> users = new ArrayList<>();
    for (Company company : companies) {
      for (int i = 0; i < PEOPLE_OF_A_COMPANY; i++) {
        users.add(user(dice, ids.at(since), company, users.size() + 1));
      }
    }
    List<Tag> tags =
        Words.TAGS.stream()
            .map(name -> new Tag(ids.at(since), name, dice.oneOf(Words.COLOURS)))
            .toList();
    List<Milestone> milestones =
        IntStream.range(0, Words.MILESTONES.size())
            .mapToObj(i -> new Milestone(ids.at(since), Words.MILESTONES.get(i)))
            .toList();
    return new Staff(companies, List.copyOf(users), tags, milestones);
  }

  private static User user(Dice dice, String id, Company company, int number) {
    String given = dice.oneOf(Words.GIVEN_NAMES);
    String name = given + " " + dice.oneOf(Words.FAMILY_NAMES);
    String email = given.toLowerCase(Locale.ROOT) + "." + number + "@example.com";
    return new User(id, company.id(), name, email);
  }
}
