package dev.procc.cli.review;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectSession;
import dev.procc.app.review.ReviewService;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import java.util.ArrayList;
import java.util.List;

/// `procc approved`: prints the hashes of the plan that reviewers saw.
public final class ApprovedCommand extends Command {
  public ApprovedCommand() {
    super(CommandGroup.REVIEW, "approved", "print the hash of the plan that was reviewed");
  }

  @Override
  public Options options() {
    List<Option> all = new ArrayList<>();
    all.add(Option.flag("--requests", "print the numbers of the requests instead"));
    all.addAll(ReviewArguments.OPTIONS);
    return Options.of(all).formats("text", "json");
  }

  @Override
  public String details() {
    return """
    Read from the commit status that procc comment --status set on the request's last commit. Which
    request that is follows from the job: its event, its merge queue, or the commit that was merged.
    Exit 5 when none was shown, 4 when it is one that apply would refuse. --requests prints which
    requests those are, for PROCC_PULL_REQUEST: after a merge no variable of the host says so.

    Examples:
      procc approved --pr 12
      procc plan --check --approved "$(procc approved)"
      procc apply --approved "$(procc approved)"
      procc approved --requests
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    ProjectSession session = ReviewArguments.session(invocation);
    boolean isOfRequests = invocation.args().has("--requests");
    String target = ReviewArguments.target(invocation, session);
    String number = invocation.args().value("--pr");
    try (ReviewService review = ReviewArguments.open(invocation, session)) {
      List<String> found = isOfRequests ? review.requests(number) : review.approved(target, number);
      if (invocation.isJson()) {
        String name = isOfRequests ? "requests" : "hashes";
        invocation.print(ExitCode.OK, Json.object().put(name, Json.texts(found)).build());
      } else if (isOfRequests) {
        invocation.println(String.join(", ", found));
      } else {
        found.forEach(invocation::println);
      }
    }
    return ExitCode.OK;
  }
}
