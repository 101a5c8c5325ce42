package visibuild.spring.failure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import visibuild.ClientNotPermittedException;

/** Shows which rule of the policy a client breaks, with the rule's file and line. */
final class ClientNotPermittedFailureAnalyzer
    extends AbstractFailureAnalyzer<ClientNotPermittedException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ClientNotPermittedException cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
  }
}
