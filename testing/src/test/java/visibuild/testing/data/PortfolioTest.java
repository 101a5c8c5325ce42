package visibuild.testing.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Properties that the company of each seed has. */
@Tag("slow")
class PortfolioTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Portfolio PORTFOLIO = PortfolioGenerator.generate(1, NOW);

  @Test
  void sameSeedAndMomentGiveTheSameCompany() {
    assertThat(PortfolioGenerator.generate(1, NOW)).isEqualTo(PORTFOLIO);
  }

  @Test
  void anotherSeedGivesAnotherCompany() {
    assertThat(PortfolioGenerator.generate(2, NOW)).isNotEqualTo(PORTFOLIO);
  }

  @Test
  void thousandsOfVisisAreSpreadOverSeveralProjects() {
    assertThat(PORTFOLIO.sites())
        .extracting(site -> site.visis().size())
        .containsExactly(260, 2400, 1300, 900, 520, 90, 0);
  }

  @Test
  void idsAreUniqueEverywhere() {
    List<String> ids = new ArrayList<>();
    PORTFOLIO.staff().companies().forEach(r -> ids.add(r.id()));
    PORTFOLIO.staff().users().forEach(r -> ids.add(r.id()));
    PORTFOLIO.staff().tags().forEach(r -> ids.add(r.id()));
    PORTFOLIO.staff().milestones().forEach(r -> ids.add(r.id()));
    for (Site site : PORTFOLIO.sites()) {
      ids.add(site.project().id());
      site.locations().forEach(r -> ids.add(r.id()));
      site.users().forEach(r -> ids.add(r.id()));
      site.companies().forEach(r -> ids.add(r.id()));
      site.subtypes().forEach(r -> ids.add(r.id()));
      site.milestones().forEach(r -> ids.add(r.id()));
      site.defectRounds().forEach(r -> ids.add(r.id()));
      site.attachments().forEach(r -> ids.add(r.id()));
      site.visis().forEach(r -> ids.add(r.id()));
      site.visiRequirements().forEach(r -> ids.add(r.id()));
      site.visiStatusChanges().forEach(r -> ids.add(r.id()));
    }
    PORTFOLIO.webhooks().forEach(r -> ids.add(r.id()));
    for (TicketFile file : PORTFOLIO.tickets()) {
      ids.add(file.ticket().id());
      file.comments().forEach(r -> ids.add(r.id()));
      file.attachments().forEach(r -> ids.add(r.id()));
    }

    assertThat(ids)
        .doesNotHaveDuplicates()
        .allMatch(
            id ->
                id.matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  }

  @Test
  void visisAreSortedByIdAndSoByCreation() {
    for (Site site : PORTFOLIO.sites()) {
      assertThat(site.visis())
          .isSortedAccordingTo(Comparator.comparing(Visi::id))
          .isSortedAccordingTo(Comparator.comparing(Visi::createdAt));
    }
  }

  @Test
  void statusChangesLeadFromOpenToTheStatusOfTheVisi() {
    for (Site site : PORTFOLIO.sites()) {
      Map<String, VisiStatus> reached = new HashMap<>();
      for (VisiStatusChange change : site.visiStatusChanges()) {
        assertThat(change.statusBefore())
            .isEqualTo(reached.getOrDefault(change.visiId(), VisiStatus.OPEN));
        reached.put(change.visiId(), change.statusAfter());
      }
      for (Visi visi : site.visis()) {
        assertThat(visi.status()).isEqualTo(reached.getOrDefault(visi.id(), VisiStatus.OPEN));
      }
    }
  }

  @Test
  void visisReferToWhatIsThere() {
    for (Site site : PORTFOLIO.sites()) {
      Set<String> known = new HashSet<>();
      site.locations().forEach(r -> known.add(r.id()));
      site.users().forEach(r -> known.add(r.id()));
      site.companies().forEach(r -> known.add(r.id()));
      site.subtypes().forEach(r -> known.add(r.id()));
      site.milestones().forEach(r -> known.add(r.id()));
      site.defectRounds().forEach(r -> known.add(r.id()));
      site.attachments().forEach(r -> known.add(r.id()));
      site.visis().forEach(r -> known.add(r.id()));
      for (Visi visi : site.visis()) {
        List<String> references = new ArrayList<>(visi.projectAttachmentIds());
        references.add(visi.subtypeId());
        references.add(visi.locationId());
        references.add(visi.assigneeId());
        references.add(visi.createdByProjectUserId());
        add(references, visi.defectRoundId());
        add(references, visi.projectMilestoneId());
        add(references, visi.replacedByVisiId());
        assertThat(known).containsAll(references);
      }
    }
  }

  @Test
  void everyPlaceIsBelowItselfAndBelowTheRoot() {
    for (Site site : PORTFOLIO.sites()) {
      String root = site.project().rootLocationId();
      for (Location place : site.locations()) {
        assertThat(depth(site, place.id(), place.id())).isEqualTo(0);
        assertThat(depth(site, root, place.id()))
            .isEqualTo(place.id().equals(root) ? 0 : place.nestedName().split(" / ").length);
      }
    }
  }

  @Test
  void onlyHoldPointsAreSkippedAndNotAll() {
    List<Visi> visis = visis();

    assertThat(visis)
        .filteredOn(v -> v.holdPointSkippedAt() != null)
        .isNotEmpty()
        .allMatch(v -> v.type() == VisiType.HOLD_POINT);
    assertThat(visis)
        .anyMatch(v -> v.type() == VisiType.HOLD_POINT && v.holdPointSkippedAt() == null);
  }

  @Test
  void someOpenVisisAreOverdueAndSomeHaveNoDueDate() {
    LocalDate today = LocalDate.of(2026, 3, 2);

    assertThat(visis())
        .filteredOn(v -> v.status() == VisiStatus.OPEN)
        .anyMatch(v -> v.dueDate() != null && v.dueDate().isBefore(today))
        .anyMatch(v -> v.dueDate() != null && v.dueDate().isAfter(today))
        .anyMatch(v -> v.dueDate() == null);
  }

  @Test
  void nothingHappenedAfterNowOrBeforeItsBeginning() {
    for (Visi visi : visis()) {
      assertThat(visi.updatedAt()).isBefore(NOW).isAfterOrEqualTo(visi.createdAt());
    }
    for (TicketFile file : PORTFOLIO.tickets()) {
      assertThat(file.ticket().updatedAt())
          .isBefore(NOW)
          .isAfterOrEqualTo(file.ticket().createdAt());
    }
  }

  @Test
  void mailGoesNowhere() {
    assertThat(PORTFOLIO.staff().users()).allMatch(user -> user.email().endsWith("@example.com"));
  }

  @Test
  void onlyWhatIsClosedOrInReviewIsAnswered() {
    for (Site site : PORTFOLIO.sites()) {
      Map<String, VisiStatus> status = new HashMap<>();
      site.visis().forEach(visi -> status.put(visi.id(), visi.status()));
      assertThat(site.visiRequirements())
          .filteredOn(r -> r.value() != null || r.values() != null)
          .allMatch(
              r ->
                  List.of(VisiStatus.CLOSED, VisiStatus.IN_REVIEW)
                      .contains(status.get(r.visiId())));
    }
  }

  @Test
  void onlyWhatMayBeChosenIsChosen() {
    assertThat(PORTFOLIO.sites())
        .flatMap(Site::visiRequirements)
        .filteredOn(r -> r.values() != null)
        .isNotEmpty()
        .allMatch(r -> r.choices() != null && r.choices().containsAll(r.values()))
        .allMatch(r -> r.allowMultiple() || r.values().size() == 1);
  }

  @Test
  void subtypeOfAVisiIsOfItsCategory() {
    for (Site site : PORTFOLIO.sites()) {
      Map<String, VisiCategory> categories = new HashMap<>();
      site.subtypes().forEach(r -> categories.put(r.id(), r.visiCategory()));
      assertThat(site.visis()).allMatch(v -> categories.get(v.subtypeId()) == v.category());
    }
  }

  @Test
  void finishedProjectHasNothingOpen() {
    Site finished = PORTFOLIO.sites().get(0);

    assertThat(finished.project().active()).isFalse();
    assertThat(finished.visis()).noneMatch(visi -> visi.status() == VisiStatus.OPEN);
  }

  private static List<Visi> visis() {
    return PORTFOLIO.sites().stream().flatMap(site -> site.visis().stream()).toList();
  }

  private static int depth(Site site, String ancestorId, String descendantId) {
    return site.closures().stream()
        .filter(c -> c.ancestorId().equals(ancestorId) && c.descendantId().equals(descendantId))
        .mapToInt(LocationClosure::depth)
        .findFirst()
        .orElse(-1);
  }

  private static void add(List<String> references, @Nullable String id) {
    if (id != null) {
      references.add(id);
    }
  }
}
