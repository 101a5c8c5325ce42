package visibuild.processor.model;

import com.palantir.javapoet.ClassName;

/**
 * A method of an interface in Kotlin that has a body, where Kotlin compiles it as before 2.2: for
 * Java it is abstract, and its body is a static method.
 *
 * @param implementation the class with the static method, which takes the instance first
 */
public record DefaultMethod(ApiMethod method, ClassName implementation) {}
