package visibuild.testing.data;

import java.util.List;
import java.util.Map;

/** The names and texts of the generated company. All of them are invented. */
final class TextFixtures {
  static final List<String> COMPANIES =
      List.of(
          "Example Builders",
          "Sample Electrical",
          "Placeholder Plumbing",
          "Fictional Facades",
          "Imaginary Concrete",
          "Sandbox Services",
          "Specimen Fire Protection",
          "Mockup Interiors");

  static final List<String> GIVEN_NAMES =
      List.of(
          "Aroha", "Ben", "Chloe", "Dmitri", "Ella", "Farid", "Grace", "Hiro", "Isla", "Jack",
          "Kiri", "Liam", "Mei", "Noah", "Olivia", "Priya", "Quinn", "Ravi", "Sofia", "Tane");

  static final List<String> FAMILY_NAMES =
      List.of(
          "Adams", "Brown", "Chen", "Diaz", "Evans", "Fraser", "Gupta", "Hughes", "Ito", "Jones",
          "Kaur", "Lee", "Martin", "Nguyen", "O'Brien", "Patel", "Quade", "Rossi", "Singh", "Tui");

  static final List<String> TAGS =
      List.of("Safety", "Waterproofing", "Fire", "Acoustic", "Handover", "Client", "Rework");

  static final List<String> TAG_SETS = List.of("General", "Quality", "Stage", "Attention");

  static final List<String> MILESTONES =
      List.of("Structure complete", "Lock-up", "Fit-out complete", "Practical completion");

  static final List<String> BUILDINGS = List.of("Building A", "Building B", "Podium");

  static final List<String> ROOMS =
      List.of("Lobby", "Corridor", "Plant room", "Riser", "Bathroom", "Kitchen", "Stair", "Room");

  static final List<String> TICKET_TITLES =
      List.of(
          "Door does not close",
          "Water on the floor below the sink",
          "Light flickers",
          "Crack in the plaster",
          "No hot water",
          "Window is scratched",
          "Tiles are loose",
          "Lift makes a noise");

  static final List<String> COMMENTS =
      List.of(
          "Thanks, we will have a look this week.",
          "Could you send a photo?",
          "The trade has been told.",
          "Fixed; please check.",
          "Access is needed between 8 and 10.",
          "Waiting for a part.");

  private static final Map<VisiType, List<String>> SUBTYPES =
      Map.of(
          VisiType.INSPECTION,
          List.of("Formwork", "Waterproofing", "Wall framing", "Electrical rough-in"),
          VisiType.HOLD_POINT,
          List.of("Pre-pour", "Fire stopping"),
          VisiType.WITNESS_POINT,
          List.of("Pressure test", "Anchor test"),
          VisiType.TASK,
          List.of("Site task", "Document task"),
          VisiType.DEFECT,
          List.of("Paint", "Joinery", "Tiling"),
          VisiType.NCR,
          List.of("Non-conformance"),
          VisiType.INCOMPLETE_WORKS,
          List.of("Works left over"),
          VisiType.INCORRECT_WORKS,
          List.of("Works off the drawing"),
          VisiType.OBSERVATION,
          List.of("Site observation"));

  private TextFixtures() {}

  /** Returns a project's names for the kinds of {@code type}. */
  static List<String> subtypes(VisiType type) {
    return SUBTYPES.getOrDefault(type, List.of());
  }
}
