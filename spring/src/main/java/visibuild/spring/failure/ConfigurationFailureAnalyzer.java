package visibuild.spring.failure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the message alone, which has the problem and the remedy. */
final class ConfigurationFailureAnalyzer
    extends AbstractFailureAnalyzer<InvalidVisibuildConfigurationException> {
  @Override
  protected FailureAnalysis analyze(
      Throwable rootFailure, InvalidVisibuildConfigurationException cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
  }
}
