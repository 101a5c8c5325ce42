package visibuild.sample.records;

/**
 * Counts of one type by status.
 *
 * @param open nobody has begun
 * @param inProgress somebody works on it
 * @param inReview waiting for a check
 * @param na does not apply
 * @param cantClose ended without a result
 * @param closed done and checked
 * @param complete ended, in whichever way the server counts as complete
 * @param total all of them
 */
public record StatusCounts(
    int open,
    int inProgress,
    int inReview,
    int na,
    int cantClose,
    int closed,
    int complete,
    int total) {}
