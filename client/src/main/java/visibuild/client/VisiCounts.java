package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * The visis of a project, counted by type. Source: help article <i>Reporting API reference</i>.
 *
 * @param inspection inspections
 * @param task tasks
 * @param incorrectWorks incorrect works
 * @param ncr non-conformance reports
 * @param defect defects
 * @param incompleteWorks incomplete works
 * @param holdPoint hold points
 * @param witnessPoint witness points
 * @since 0.1
 */
public record VisiCounts(
    @Nullable StatusCounts inspection,
    @Nullable StatusCounts task,
    @Nullable StatusCounts incorrectWorks,
    @Nullable StatusCounts ncr,
    @Nullable StatusCounts defect,
    @Nullable StatusCounts incompleteWorks,
    @Nullable StatusCounts holdPoint,
    @Nullable StatusCounts witnessPoint) {}
