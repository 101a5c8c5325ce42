/**
 * Type-safe, least-privilege access to the Visibuild API.
 *
 * <p>Annotate an interface with {@link visibuild.VisibuildApi}, connect with {@link
 * visibuild.Visibuild#builder()}, and make the generated client from {@link visibuild.ReadAccess}
 * or {@link visibuild.WriteAccess}.
 *
 * <p>All other packages share these types. Only the classes that assemble a connection, such as
 * {@link visibuild.Visibuild}, know internal packages.
 */
@NullMarked
package visibuild;

import org.jspecify.annotations.NullMarked;
