package visibuild.sample.records;

/**
 * A project as the Reporting API names it.
 *
 * @param id the id, in UUID layout
 * @param name what people call it
 */
public record ReportedProject(String id, String name) {}
