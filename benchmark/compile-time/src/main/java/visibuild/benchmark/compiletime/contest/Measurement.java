package visibuild.benchmark.compiletime.contest;

import visibuild.benchmark.compiletime.child.Cost;

/** What {@code contender} needed for {@code units} units in one round. */
public record Measurement(Contender contender, int units, int round, Cost cost) {}
