package visibuild.spring;

import visibuild.policy.PolicyEnforcer;

/**
 * Receives each client that the policy does not permit, while {@code visibuild.policy-mode} is
 * {@code warn}. Every bean of this type is called, by the thread that creates the client. With
 * Micrometer, the starter itself counts the warnings in {@code visibuild.policy.warnings}.
 *
 * <pre>{@code
 * @Bean
 * PolicyWarningListener alarm(Pager pager) {
 *   return denial -> pager.notify(denial.message());
 * }
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface PolicyWarningListener {
  /** Receives {@code denial}; a listener that throws is logged and affects no client. */
  void onDenial(PolicyEnforcer.Denial denial);
}
