package visibuild.audit.report;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import visibuild.audit.Client;
import visibuild.audit.Program;

/**
 * The number of clients and calls of a program that write.
 *
 * @param clients its clients
 * @param writingClients those that write
 * @param calls its calls
 * @param writes those that write
 */
record ProgramStats(int clients, int writingClients, int calls, int writes) {
  static ProgramStats of(Program program) {
    // By identity, because the hash of a client covers its whole interface.
    Set<Client> writing = Collections.newSetFromMap(new IdentityHashMap<>());
    program.writes().forEach(call -> writing.add(call.client()));
    return new ProgramStats(
        (int) program.clients().stream().filter(client -> isCounted(client, program)).count(),
        writing.size(),
        program.calls().size(),
        program.writes().size());
  }

  /** Uploads are a class of the runtime; they count as a client of a program that uploads. */
  private static boolean isCounted(Client client, Program program) {
    return !client.isUpload() || program.reachability().creates(client);
  }

  /** Returns the needed scope for a heading, such as {@code needs READ}. */
  static String needs(Program program) {
    return program.isUnknown() ? "is unknown: no client found" : "needs " + program.needs();
  }

  /** {@link #needs} with the clients that write and are never created. */
  static String needsWithUnused(Program program) {
    int unused = program.unusedWriters().size();
    if (program.isUnknown() || unused == 0) {
      return needs(program);
    }
    return "%s (%s never created)"
        .formatted(
            needs(program),
            unused == 1 ? "1 client that writes is" : unused + " clients that write are");
  }

  /** The counts as a sentence. */
  String sentence() {
    if (clients == 0) {
      return "It has no descriptor of a client, so its capabilities are unknown.";
    }
    return "%s, %s write; %s, %s write."
        .formatted(
            number(clients, "client"),
            writingClients == 0 ? "none of which" : writingClients + " of which",
            number(calls, "call"),
            writes == 0 ? "none of which" : writes + " of which");
  }

  /** A number and its noun: {@code 1 call}, {@code 2 calls}. */
  static String number(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
