package visibuild.internal.json;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Checks that a module lets Jackson create its records. */
final class ModuleOpens {
  private static final Module JACKSON = ObjectMapper.class.getModule();

  private ModuleOpens() {}

  /** Returns the line to add if it does not; otherwise an empty string. */
  static String hint(Class<?> type) {
    Module module = type.getModule();
    String folder = type.getPackageName();
    if (type.isPrimitive() || type.isArray() || module.isOpen(folder, JACKSON)) {
      return "";
    }
    String reader = JACKSON.isNamed() ? " to " + JACKSON.getName() : "";
    return "; write \"opens %s%s;\" in the module-info.java of %s"
        .formatted(folder, reader, module.getName());
  }
}
