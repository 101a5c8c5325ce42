package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * A project as the Reporting API lists it. Source: help article <i>Reporting API reference</i>.
 *
 * @param id the id, in UUID layout
 * @param name the display name
 * @since 0.1
 */
public record ReportedProject(String id, @Nullable String name) {}
