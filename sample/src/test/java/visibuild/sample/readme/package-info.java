/**
 * The examples of the README, as files and tests: what it shows stands here. {@link
 * visibuild.sample.docs.ReadmeTest} holds it to them.
 */
@NullMarked
package visibuild.sample.readme;

import org.jspecify.annotations.NullMarked;
