package visibuild.testing.server;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faultRules that are still to come. Safe for use by several threads. */
public final class FaultRules {
  private final List<FaultRule> pending = new ArrayList<>();

  /** Lets {@code rule} apply the next requests that it fits. */
  public synchronized void add(FaultRule rule) {
    pending.add(rule);
  }

  /** Takes back what has not happened yet. */
  public synchronized void clear() {
    pending.clear();
  }

  /** Returns the oldest rule for {@code path} and counts it as used; null if there is none. */
  synchronized @Nullable FaultRule next(String path) {
    for (int i = 0; i < pending.size(); i++) {
      FaultRule rule = pending.get(i);
      if (path.startsWith(rule.pathPrefix())) {
        if (rule.times() > 1) {
          pending.set(i, rule.less());
        } else {
          pending.remove(i);
        }
        return rule;
      }
    }
    return null;
  }
}
