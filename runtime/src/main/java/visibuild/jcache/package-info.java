/**
 * A token store on JCache (JSR-107). A separate package, so that only programs that use it need the
 * library. Knows {@code visibuild} only.
 */
@NullMarked
package visibuild.jcache;

import org.jspecify.annotations.NullMarked;
