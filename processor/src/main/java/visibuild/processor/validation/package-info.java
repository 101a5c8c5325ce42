/**
 * The rules: a model in, problems out, one class for each family. Knows {@code model} and no other
 * room, and reports nothing itself.
 */
@NullMarked
package visibuild.processor.validation;

import org.jspecify.annotations.NullMarked;
