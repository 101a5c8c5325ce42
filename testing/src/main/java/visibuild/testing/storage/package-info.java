/**
 * The second origin: a store of files that takes each upload under a presigned URL, as S3 does, and
 * knows nothing of bearer tokens.
 *
 * <p>Knows the package {@code http} only.
 */
@NullMarked
package visibuild.testing.storage;

import org.jspecify.annotations.NullMarked;
