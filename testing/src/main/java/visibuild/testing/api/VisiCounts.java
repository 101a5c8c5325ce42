package visibuild.testing.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import visibuild.testing.data.Site;
import visibuild.testing.data.Visi;
import visibuild.testing.data.VisiStatus;
import visibuild.testing.data.VisiType;

/**
 * The number of visis of a project, by type and status. Archived visis do not count.
 *
 * @param visiCounts by the type's name in this API
 * @param skippedHoldPoints how many hold points were skipped
 */
record VisiCounts(String id, String name, Map<String, Count> visiCounts, long skippedHoldPoints) {
  /** The types that this API counts, in its order; observations are not among them. */
  private static final Map<String, VisiType> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put("inspection", VisiType.INSPECTION);
    TYPES.put("task", VisiType.TASK);
    TYPES.put("incorrectWorks", VisiType.INCORRECT_WORKS);
    TYPES.put("ncr", VisiType.NCR);
    TYPES.put("defect", VisiType.DEFECT);
    TYPES.put("incompleteWorks", VisiType.INCOMPLETE_WORKS);
    TYPES.put("holdPoint", VisiType.HOLD_POINT);
    TYPES.put("witnessPoint", VisiType.WITNESS_POINT);
  }

  /**
   * The visis of one type.
   *
   * @param complete the sum of {@code na}, {@code cantClose} and {@code closed} (help article
   *     <i>Reporting API reference</i>)
   */
  record Count(
      long open,
      long inProgress,
      long inReview,
      long na,
      long cantClose,
      long closed,
      long complete,
      long total) {}

  static List<VisiCounts> of(List<Site> sites) {
    return sites.stream().map(VisiCounts::of).toList();
  }

  private static VisiCounts of(Site site) {
    List<Visi> visis = site.visis().stream().filter(visi -> !visi.archived()).toList();
    Map<String, Count> counts = new LinkedHashMap<>();
    TYPES.forEach(
        (name, type) ->
            counts.put(name, count(visis.stream().filter(v -> v.type() == type).toList())));
    long skipped = visis.stream().filter(visi -> visi.holdPointSkippedAt() != null).count();
    return new VisiCounts(site.project().id(), site.project().name(), counts, skipped);
  }

  private static Count count(List<Visi> visis) {
    long na = in(visis, VisiStatus.N_A);
    long cantClose = in(visis, VisiStatus.CANT_CLOSE);
    long closed = in(visis, VisiStatus.CLOSED);
    return new Count(
        in(visis, VisiStatus.OPEN),
        in(visis, VisiStatus.IN_PROGRESS),
        in(visis, VisiStatus.IN_REVIEW),
        na,
        cantClose,
        closed,
        na + cantClose + closed,
        visis.size());
  }

  private static long in(List<Visi> visis, VisiStatus status) {
    return visis.stream().filter(visi -> visi.status() == status).count();
  }
}
