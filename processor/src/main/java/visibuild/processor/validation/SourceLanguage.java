package visibuild.processor.validation;

import visibuild.processor.model.ApiInterface;

/** Writes the code in a message in the language of the interface. */
enum SourceLanguage {
  JAVA,
  KOTLIN;

  static SourceLanguage of(ApiInterface api) {
    return api.context().isKotlin() ? KOTLIN : JAVA;
  }

  /** Returns a parameter: {@code String id}, or {@code id: String}. */
  String parameter(String type, String name) {
    return this == KOTLIN ? name + ": " + type : type + " " + name;
  }

  /** Returns the name of the kind of class that holds data. */
  String dataClass() {
    return this == KOTLIN ? "a data class" : "a record";
  }

  /** Returns the type of a response without a value, inside another type. */
  String emptyType() {
    return this == KOTLIN ? "Unit" : "Void";
  }

  /** Returns {@code type}, given as in Java, as the language names it. */
  String type(String type) {
    return this == KOTLIN
        ? type.replace("Integer", "Int").replace("Void", "Unit").replace("Object", "Any")
        : type;
  }
}
