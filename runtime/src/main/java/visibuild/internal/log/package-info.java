/**
 * The HTTP log ({@link visibuild.internal.log.HttpLog}) and the removal of secrets from it ({@link
 * visibuild.internal.log.Redactor}, {@link visibuild.internal.log.JsonRedactor}).
 */
@NullMarked
package visibuild.internal.log;

import org.jspecify.annotations.NullMarked;
