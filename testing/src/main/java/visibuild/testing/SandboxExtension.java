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
  private record Surroundings(VisibuildSandbox sandbox, Visibuild visibuild) {}

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
    Surroundings surroundings = surroundings(test);
    Class<?> type = parameter.getParameter().getType();
    if (type == VisibuildSandbox.class) {
      return surroundings.sandbox();
    }
    Visibuild visibuild = surroundings.visibuild();
    if (type == Visibuild.class) {
      return visibuild;
    }
    return type == WriteAccess.class ? visibuild.writeAccess() : visibuild.readAccess();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    Surroundings surroundings = store(test).remove(test.getUniqueId(), Surroundings.class);
    if (surroundings != null) {
      surroundings.sandbox().close();
    }
  }

  private static Surroundings surroundings(ExtensionContext test) {
    Surroundings existing = store(test).get(test.getUniqueId(), Surroundings.class);
    return existing == null ? begin(test) : existing;
  }

  private static Surroundings begin(ExtensionContext test) {
    VisibuildSandboxTest wishes = wishes(test.getRequiredTestClass());
    VisibuildSandbox sandbox = VisibuildSandbox.builder().seed(wishes.seed()).start();
    Surroundings begun = new Surroundings(sandbox, sandbox.visibuild(wishes.scope()));
    store(test).put(test.getUniqueId(), begun);
    return begun;
  }

  /** The annotation of the test class or, for a nested one, of the nearest class around it. */
  private static VisibuildSandboxTest wishes(Class<?> testClass) {
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
