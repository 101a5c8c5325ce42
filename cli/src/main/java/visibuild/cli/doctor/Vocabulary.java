package visibuild.cli.doctor;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The words that the API is known to use: members of records and segments of paths. */
final class Vocabulary {
  private Vocabulary() {}

  /** Returns a mask that shows names made of these words. */
  static NameMask mask(List<ReadEndpoint> endpoints) {
    Set<Class<?>> records = new HashSet<>();
    endpoints.stream()
        .map(ReadEndpoint::record)
        .filter(Objects::nonNull)
        .forEach(record -> collect(record, records));
    return NameMask.of(
        Stream.concat(
            records.stream().flatMap(record -> RecordCheck.components(record).keySet().stream()),
            endpoints.stream()
                .flatMap(endpoint -> endpoint.segments().stream())
                .map(segment -> segment.replaceAll("[{}]", ""))));
  }

  private static void collect(Class<?> record, Set<Class<?>> records) {
    if (records.add(record)) {
      RecordCheck.components(record).values().stream()
          .map(component -> RecordCheck.content(component.getGenericType()))
          .filter(type -> type instanceof Class<?> nested && nested.isRecord())
          .forEach(type -> collect((Class<?>) type, records));
    }
  }
}
