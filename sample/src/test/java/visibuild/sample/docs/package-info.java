/**
 * The examples of {@code docs/calls.md}, as tests: what the page shows stands here, and runs on the
 * sandbox. {@link visibuild.sample.docs.CallsPageTest} holds the page to them.
 */
@NullMarked
package visibuild.sample.docs;

import org.jspecify.annotations.NullMarked;
