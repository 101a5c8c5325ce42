package visibuild.audit;

import visibuild.policy.Descriptor;

/**
 * A client that a program has.
 *
 * @param descriptor what it may do
 * @param origin the jar or folder that it came from, as {@code app.jar!/BOOT-INF/lib/desk.jar}
 * @since 0.1
 */
public record Client(Descriptor descriptor, String origin) {}
