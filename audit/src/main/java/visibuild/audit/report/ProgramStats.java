package visibuild.audit.report;

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
    int writing = 0;
    int calls = 0;
    int writes = 0;
    for (Client client : program.clients()) {
      int writesOfClient = client.descriptor().writes().size();
      writing += writesOfClient == 0 ? 0 : 1;
      writes += writesOfClient;
      calls += client.descriptor().methods().size();
    }
    return new ProgramStats(program.clients().size(), writing, calls, writes);
  }

  /** Returns the needed scope for a heading, such as {@code needs READ}. */
  static String needs(Program program) {
    return program.isUnknown() ? "is unknown: no client found" : "needs " + program.needs();
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
