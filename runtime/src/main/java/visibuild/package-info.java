/**
 * Type-safe, least-privilege access to the Visibuild API: what a program types.
 *
 * <p>Annotate an interface with {@link visibuild.VisibuildApi}, connect with {@link
 * visibuild.Visibuild#builder()}, and make the generated client from {@link visibuild.ReadAccess}
 * or {@link visibuild.WriteAccess}.
 *
 * <p>This is the vocabulary that all other rooms share, so it knows none of them; only {@link
 * visibuild.Visibuild}, which wires them together, does.
 */
@NullMarked
package visibuild;

import org.jspecify.annotations.NullMarked;
