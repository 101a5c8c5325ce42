/**
 * The documented Visibuild API as ready-made interfaces, records and clients.
 *
 * <p>{@link visibuild.client.VisibuildReadClient} reads and {@link
 * visibuild.client.VisibuildClient} also writes; each has one accessor for each resource. Every
 * interface, such as {@link visibuild.client.VisisApi}, can also be used alone: the class with the
 * suffix {@code Client}, such as {@code VisisApiClient}, has a method {@code create}. A program
 * that uses this package needs no annotation processor.
 *
 * <p>The interfaces follow what Visibuild publishes: its help articles, and the two programs whose
 * source it publishes ("client code" in the documentation of the methods). Visibuild's full
 * reference, {@code https://app.apac.visibuild.com/api/docs/core/v1}, may need a login and was not
 * available; an endpoint that only it describes is missing here. Declare such an endpoint in an
 * interface with {@link visibuild.VisibuildApi}.
 *
 * <p>Of a record only the id is certain to be present: other components are {@code @Nullable}, an
 * empty list, or {@code UNKNOWN}. Unknown members of the JSON are ignored.
 *
 * @since 0.1
 */
@NullMarked
package visibuild.client;

import org.jspecify.annotations.NullMarked;
