package visibuild.internal.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.Module;

/** Lets the mapper look at the program's types with other eyes too. */
final class AnnotationIntrospectorModule extends Module {
  private final AnnotationIntrospector introspector;

  AnnotationIntrospectorModule(AnnotationIntrospector eyes) {
    this.introspector = eyes;
  }

  @Override
  public String getModuleName() {
    return introspector.getClass().getName();
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
    context.appendAnnotationIntrospector(introspector);
  }
}
