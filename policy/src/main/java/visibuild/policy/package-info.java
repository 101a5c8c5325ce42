/**
 * Descriptors, policies and locks: the values, their files, and the rules between them. The
 * processor checks one interface at a time with it, the audit whole programs. Opens no file but the
 * policy and the lock, and knows nothing but {@code visibuild.policy.json}.
 */
@NullMarked
package visibuild.policy;

import org.jspecify.annotations.NullMarked;
