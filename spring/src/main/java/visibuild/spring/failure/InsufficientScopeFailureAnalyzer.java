package visibuild.spring.failure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import visibuild.InsufficientScopeException;

/** Shows the message, which names the scope that is needed and the one that the credential has. */
final class InsufficientScopeFailureAnalyzer
    extends AbstractFailureAnalyzer<InsufficientScopeException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, InsufficientScopeException cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
  }
}
