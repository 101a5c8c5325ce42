package visibuild.benchmark.compiletime.contest;

import visibuild.benchmark.compiletime.child.Cost;

/** The cost of {@code units} units for {@code contender} in one round. */
public record Measurement(Contender contender, int units, int round, Cost cost) {}
