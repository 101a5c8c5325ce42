package visibuild.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Adds a sandbox to the context of a test class with {@link AutoConfigureVisibuildSandbox}. */
final class SandboxContextCustomizerFactory implements ContextCustomizerFactory {
  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    AutoConfigureVisibuildSandbox annotation =
        TestContextAnnotationUtils.findMergedAnnotation(
            testClass, AutoConfigureVisibuildSandbox.class);
    return annotation == null
        ? null
        : new SandboxContextCustomizer(List.of(annotation.scope()), annotation.seed());
  }
}
