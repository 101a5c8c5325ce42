/**
 * Facts and helpers that every package may use and that depend on no other package of the runtime:
 * how foreign text is cleaned ({@link visibuild.internal.base.TextSanitizer}) and cut ({@link
 * visibuild.internal.base.Utf8}), what a loopback address is ({@link
 * visibuild.internal.base.Loopback}), and how a token is written in a header ({@link
 * visibuild.internal.base.BearerScheme}).
 */
@NullMarked
package visibuild.internal.base;

import org.jspecify.annotations.NullMarked;
