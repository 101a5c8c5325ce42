package visibuild.client;

/**
 * The number of visis of one type in each status. Source: help article <i>Reporting API
 * reference</i>.
 *
 * @param open not started
 * @param inProgress in progress
 * @param inReview waiting for review
 * @param na not applicable
 * @param cantClose cannot be closed
 * @param closed closed
 * @param complete the sum of {@code na}, {@code cantClose} and {@code closed}
 * @param total all visis of the type
 * @since 0.1
 */
public record StatusCounts(
    @NullAsEmpty int open,
    @NullAsEmpty int inProgress,
    @NullAsEmpty int inReview,
    @NullAsEmpty int na,
    @NullAsEmpty int cantClose,
    @NullAsEmpty int closed,
    @NullAsEmpty int complete,
    @NullAsEmpty int total) {}
