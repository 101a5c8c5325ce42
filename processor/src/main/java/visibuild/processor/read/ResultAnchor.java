package visibuild.processor.read;

import javax.lang.model.element.ExecutableElement;
import visibuild.processor.model.Anchor;

/** The return type of a method; where the compiler cannot point there, the method. */
public record ResultAnchor(ExecutableElement method) implements Anchor {}
