package visibuild.integration.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import visibuild.InsufficientScopeException;
import visibuild.ReadAccess;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.client.VisibuildReadClient;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/**
 * Uses all that the extension offers. {@link JUnitVersionsTest} runs it; its name keeps it out of
 * the ordinary run.
 */
@VisibuildSandboxTest(scope = Scope.READ)
class ExtensionExample {
  private VisibuildSandbox sandboxOfBefore;

  @BeforeEach
  void remember(VisibuildSandbox sandbox) {
    sandboxOfBefore = sandbox;
  }

  @AfterEach
  void compare(VisibuildSandbox sandbox) {
    assertEquals(sandboxOfBefore, sandbox);
  }

  @Test
  void test_hasASandbox(VisibuildSandbox sandbox, ReadAccess access) {
    long projects = VisibuildReadClient.create(access).projects().list().stream().count();

    assertEquals(7, projects);
    assertEquals(1, sandbox.apiRequests().size());
    System.out.println("JUnit " + ExtendWith.class.getPackage().getImplementationVersion());
  }

  @Test
  void scopeOfTheAnnotation_counts(Visibuild visibuild) {
    assertThrows(InsufficientScopeException.class, visibuild::writeAccess);
  }

  @Nested
  class Inner {
    @Test
    void nestedTest_hasTheSandboxOfTheOuterClass(VisibuildSandbox sandbox) {
      assertEquals(sandboxOfBefore, sandbox);
    }
  }
}
