package visibuild.audit;

import visibuild.policy.Descriptor;

/**
 * A client in a program.
 *
 * @param descriptor its descriptor
 * @param origin the jar or folder that it came from, as {@code app.jar!/BOOT-INF/lib/desk.jar}
 * @since 0.1
 */
public record Client(Descriptor descriptor, String origin) {}
