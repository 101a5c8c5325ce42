package visibuild.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.Module;

/** Lets the mapper look at the program's types with other eyes too. */
final class Introspection extends Module {
  private final AnnotationIntrospector eyes;

  Introspection(AnnotationIntrospector eyes) {
    this.eyes = eyes;
  }

  @Override
  public String getModuleName() {
    return eyes.getClass().getName();
  }

  /** Jackson would take the second of one class for the first again. */
  @Override
  public Object getTypeId() {
    return getModuleName();
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    // Behind Jackson's own: what the program says with Jackson's annotations counts first.
    context.appendAnnotationIntrospector(eyes);
  }
}
