package visibuild.testing;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import visibuild.ReadAccess;
import visibuild.Visibuild;
import visibuild.WriteAccess;

/**
 * The JUnit extension behind {@link VisibuildSandboxTest}: resolves parameters, and closes the
 * sandbox after each test. Annotate the test class with {@code VisibuildSandboxTest}; JUnit creates
 * this class.
 *
 * @since 0.1
 */
@SuppressWarnings("exports") // A user of this class requires JUnit already.
public final class SandboxExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);
  private static final Set<Class<?>> TYPES =
      Set.of(VisibuildSandbox.class, Visibuild.class, ReadAccess.class, WriteAccess.class);

  /** Made by JUnit. */
  public SandboxExtension() {}

  /** The sandbox of one test, and a connection to it. */
  private record TestSandbox(VisibuildSandbox sandbox, Visibuild visibuild) {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return TYPES.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Executable executable = parameter.getDeclaringExecutable();
    if (test.getTestMethod().isEmpty() || !(executable instanceof Method)) {
      throw new ParameterResolutionException(
          "There is no sandbox for the parameters of a constructor, @BeforeAll or @AfterAll,"
              + " because each test has its own; ask for it in the test method or in @BeforeEach.");
    }
    TestSandbox testSandbox = testSandbox(test);
    Class<?> type = parameter.getParameter().getType();
    if (type == VisibuildSandbox.class) {
      return testSandbox.sandbox();
    }
    Visibuild visibuild = testSandbox.visibuild();
    if (type == Visibuild.class) {
      return visibuild;
    }
    return type == WriteAccess.class ? visibuild.writeAccess() : visibuild.readAccess();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    TestSandbox testSandbox = store(test).remove(test.getUniqueId(), TestSandbox.class);
    if (testSandbox != null) {
      testSandbox.sandbox().close();
    }
  }

  private static TestSandbox testSandbox(ExtensionContext test) {
    TestSandbox existing = store(test).get(test.getUniqueId(), TestSandbox.class);
    return existing == null ? begin(test) : existing;
  }

  private static TestSandbox begin(ExtensionContext test) {
    VisibuildSandboxTest settings = settings(test.getRequiredTestClass());
    SandboxBuilder builder = VisibuildSandbox.builder().seed(settings.seed());
    VisibuildSandbox sandbox = settings.strict() ? builder.strict().start() : builder.start();
    TestSandbox begun = new TestSandbox(sandbox, sandbox.visibuild(settings.scope()));
    store(test).put(test.getUniqueId(), begun);
    return begun;
  }

  /** The annotation of the test class or, for a nested one, of the nearest class around it. */
  private static VisibuildSandboxTest settings(Class<?> testClass) {
    for (@Nullable Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
      var annotation = AnnotationSupport.findAnnotation(type, VisibuildSandboxTest.class);
      if (annotation.isPresent()) {
        return annotation.get();
      }
    }
    throw new ParameterResolutionException(
        testClass.getName() + " has no @VisibuildSandboxTest; annotate the class with it.");
  }

  private static Store store(ExtensionContext test) {
    return test.getStore(NAMESPACE);
  }
}
