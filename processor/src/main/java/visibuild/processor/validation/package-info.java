/**
 * The rules: they turn a model into problems, with one class for each family. Knows {@code model}
 * only, and reports nothing itself.
 */
@NullMarked
package visibuild.processor.validation;

import org.jspecify.annotations.NullMarked;
