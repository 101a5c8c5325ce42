package visibuild.audit.print;

import java.util.List;
import visibuild.audit.Call;
import visibuild.audit.Client;
import visibuild.audit.Program;

/**
 * How much of a program writes.
 *
 * @param clients its clients
 * @param writingClients those that write
 * @param calls its calls
 * @param writes those that write
 */
record Counts(int clients, int writingClients, int calls, int writes) {
  static Counts of(Program program) {
    List<Call> writes = program.writes();
    List<Client> writing = writes.stream().map(Call::client).distinct().toList();
    return new Counts(
        program.clients().size(), writing.size(), program.calls().size(), writes.size());
  }

  /** The counts as a sentence. */
  String sentence() {
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
