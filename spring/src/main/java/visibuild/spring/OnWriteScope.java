package visibuild.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import visibuild.Scope;

/**
 * Matches if {@code visibuild.scope} covers writing. Without the property the program brings its
 * own credential, whose scope is known only when it is made, so the condition matches.
 */
final class OnWriteScope extends SpringBootCondition {
  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    ConditionMessage.Builder message = ConditionMessage.forCondition("visibuild.scope");
    @Nullable Scope scope = scope(context.getEnvironment());
    return scope == null || scope.covers(Scope.READ_WRITE)
        ? ConditionOutcome.match(message.because(scope == null ? "not set" : "covers writing"))
        : ConditionOutcome.noMatch(message.because("only reads"));
  }

  private static @Nullable Scope scope(Environment environment) {
    try {
      return Binder.get(environment).bind("visibuild.scope", Scope.class).orElse(null);
    } catch (BindException wrongValue) {
      // The properties bean reports it.
      return null;
    }
  }
}
