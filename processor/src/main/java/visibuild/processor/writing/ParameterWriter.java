package visibuild.processor.writing;

import visibuild.processor.model.Parameter;

/** Writes the type and the name of a parameter. */
final class ParameterWriter {
  private ParameterWriter() {}

  /**
   * Writes {@code parameter} without its annotations.
   *
   * @param varargs whether it takes any number of values
   */
  static void write(Parameter parameter, boolean varargs, SourceBuilder source) {
    if (varargs) {
      source.addVarargs(parameter.type().source());
    } else {
      source.add(parameter.type().source());
    }
    source.add(" ").add(parameter.name());
  }
}
