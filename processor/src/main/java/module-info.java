import javax.annotation.processing.Processor;
import visibuild.processor.VisibuildProcessor;

/**
 * The annotation processor that writes the clients; needed by javac, not by programs.
 *
 * @since 0.1
 */
// The libraries that it is made of are no named modules yet.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module visibuild.processor {
  requires static transitive com.google.auto.service;
  requires static transitive incap;
  requires transitive java.compiler;
  // Lines of source files; other compilers than javac have no such module.
  requires static jdk.compiler;
  requires static org.jspecify;
  requires com.palantir.javapoet;
  requires visibuild.policy;
  requires visibuild.runtime;

  exports visibuild.processor;

  // For --processor-module-path; on the class path META-INF/services says the same.
  provides Processor with
      VisibuildProcessor;
}
