/**
 * What Visibuild sends and takes, as records. Only an id is certain to be there: the rest is
 * {@code @Nullable}, an empty list, or {@code UNKNOWN}. Knows no other room.
 */
@NullMarked
package visibuild.sample.records;

import org.jspecify.annotations.NullMarked;
