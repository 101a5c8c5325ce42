/**
 * Facts and helpers that every package may use and that depend on no other package of the runtime:
 * how foreign text is cleaned ({@link visibuild.internal.base.TextSanitizer}) and cut ({@link
 * visibuild.internal.base.Utf8}), what a loopback address is ({@link
 * visibuild.internal.base.Loopback}), how a token is written in a header ({@link
 * visibuild.internal.base.BearerScheme}), and which environment variables there are ({@link
 * visibuild.internal.base.EnvironmentVariables}).
 */
@NullMarked
package visibuild.internal.base;

import org.jspecify.annotations.NullMarked;
