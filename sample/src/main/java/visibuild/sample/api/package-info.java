/**
 * Visibuild's endpoints, as annotated interfaces: one for each area that reads, and one of its own
 * for each that writes, so that every part of the program asks for no more than it needs. The
 * clients ({@code ProjectsApiClient} and so on) are written beside them by the annotation
 * processor. Knows the records.
 */
@NullMarked
package visibuild.sample.api;

import org.jspecify.annotations.NullMarked;
