/**
 * Writes findings down: text, JSON, Markdown, SARIF, HTML. The same findings always give the same
 * text, on every system and day. Knows {@code visibuild.audit} only.
 */
@NullMarked
package visibuild.audit.report;

import org.jspecify.annotations.NullMarked;
