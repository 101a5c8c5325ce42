package visibuild.internal.auth;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObservedTokenProviderTest {
  static Stream<Method> methods() {
    return Stream.of(TokenProvider.class.getMethods());
  }

  /**
   * A default method that is not overridden would do nothing, where the provider does something.
   */
  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodOfAProvider_isOverridden(Method method) {
    assertThatCode(
            () ->
                ObservedTokenProvider.class.getDeclaredMethod(
                    method.getName(), method.getParameterTypes()))
        .doesNotThrowAnyException();
  }
}
