package visibuild.testing.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Generates the location tree of one project, from the project down to single spaces of each level.
 */
final class LocationTree {
  private final SeededRandom dice;
  private final Ids ids;
  private final String projectId;
  private final Instant createdAt;
  private final List<Location> locations = new ArrayList<>();
  private final List<LocationClosure> closures = new ArrayList<>();

  LocationTree(SeededRandom dice, Ids ids, String projectId, Instant createdAt) {
    this.dice = dice;
    this.ids = ids;
    this.projectId = projectId;
    this.createdAt = createdAt;
  }

  /** Grows the tree and returns its root. */
  Location grow(String projectName, int buildings, int levels, int rooms) {
    Location root = add(projectName, projectName, List.of(), 0);
    for (int b = 0; b < buildings; b++) {
      String buildingName = TextFixtures.BUILDINGS.get(b);
      Location building = add(buildingName, buildingName, List.of(root), b);
      for (int l = 0; l < levels; l++) {
        String levelName = "Level " + (l + 1);
        Location level = add(levelName, below(building, levelName), List.of(building, root), l);
        for (int r = 0; r < rooms; r++) {
          String roomName = dice.oneOf(TextFixtures.ROOMS) + " " + (r + 1);
          add(roomName, below(level, roomName), List.of(level, building, root), r);
        }
      }
    }
    return root;
  }

  List<Location> locations() {
    return List.copyOf(locations);
  }

  List<LocationClosure> closures() {
    return closures.stream()
        .sorted(
            Comparator.comparing(LocationClosure::ancestorId)
                .thenComparing(LocationClosure::descendantId))
        .toList();
  }

  /** Adds a place below {@code ancestors}, the nearest first. */
  private Location add(String name, String nestedName, List<Location> ancestors, int order) {
    Location location = new Location(ids.at(createdAt), name, nestedName, projectId);
    locations.add(location);
    closures.add(new LocationClosure(location.id(), location.id(), 0, order));
    for (int depth = 1; depth <= ancestors.size(); depth++) {
      String ancestorId = ancestors.get(depth - 1).id();
      closures.add(new LocationClosure(ancestorId, location.id(), depth, order));
    }
    return location;
  }

  private static String below(Location parent, String name) {
    return parent.nestedName() + " / " + name;
  }
}
