package dev.procc.cli.review;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectSession;
import dev.procc.app.review.ReviewService;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import java.util.List;

/// `procc approved`: prints the hashes of the plan that reviewers saw.
public final class ApprovedCommand extends Command {
  public ApprovedCommand() {
    super(CommandGroup.REVIEW, "approved", "print the hash of the plan that was reviewed");
  }

  @Override
  public Options options() {
    return Options.of(ReviewArguments.OPTIONS).formats("text", "json");
  }

  @Override
  public String details() {
    return """
    Read from the commit status that procc comment --status set on the request's last commit. Which
    request that is follows from the job: its event, its merge queue, or the commit that was merged.
    Exit 5 when none was shown, 4 when it is one that apply would refuse.

    Examples:
      procc approved --pr 12
      procc plan --check --approved "$(procc approved)"
      procc apply --approved "$(procc approved)"
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    ProjectSession session = ReviewArguments.session(invocation);
    String target = ReviewArguments.target(invocation, session);
    try (ReviewService review = ReviewArguments.open(invocation, session)) {
      List<String> hashes = review.approved(target, invocation.args().value("--pr"));
      if (invocation.isJson()) {
        invocation.print(ExitCode.OK, Json.object().put("hashes", Json.texts(hashes)).build());
      } else {
        hashes.forEach(invocation::println);
      }
    }
    return ExitCode.OK;
  }
}
