package visibuild.processor.read;

import javax.lang.model.element.ExecutableElement;
import visibuild.processor.model.SourceLocation;

/** The return type of a method; where the compiler cannot point there, the method. */
public record ReturnTypeLocation(ExecutableElement method) implements SourceLocation {}
