package visibuild.processor.read;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;
import visibuild.processor.model.SourceLocation;

/** A place as the compiler knows it: an element, and where it can be said, what stands on it. */
public record ElementLocation(
    Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value)
    implements SourceLocation {}
