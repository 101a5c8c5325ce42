package visibuild.guard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import visibuild.policy.Access;
import visibuild.policy.DescribedMethod;
import visibuild.policy.Descriptor;
import visibuild.policy.Policy;
import visibuild.policy.PolicyCheck;
import visibuild.policy.Reason;
import visibuild.policy.TeamPolicy;
import visibuild.policy.Violation;

/**
 * The one write that the runtime makes by itself. No audit lists it for a program, so no lock and
 * no approval could name it.
 */
final class OwnUploads {
  /** The class that makes it. */
  static final String CLIENT = "visibuild.upload.Uploads";

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "visibuild.Attachments",
          CLIENT,
          Access.READ_WRITE,
          "api/core/v1/",
          Optional.empty(),
          List.of(
              new DescribedMethod(
                  "upload",
                  List.of(),
                  "POST",
                  "api/core/v1/attachments",
                  Access.READ_WRITE,
                  Reason.VERB,
                  Optional.empty())));

  private OwnUploads() {}

  /** What of {@code team} forbids uploads: its highest scope, and its paths. */
  static List<Violation> violations(TeamPolicy team) {
    List<Policy> ofAll =
        team.policies().stream()
            .map(
                policy ->
                    new Policy(
                        policy.name(),
                        policy.highestScope(),
                        Optional.empty(),
                        policy.neverCall(),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    return PolicyCheck.of(ofAll, Optional.empty(), LocalDate.EPOCH).violationsOf(DESCRIPTOR);
  }
}
