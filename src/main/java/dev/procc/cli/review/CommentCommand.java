package dev.procc.cli.review;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectSession;
import dev.procc.app.review.ReviewService;
import dev.procc.app.review.ReviewService.ReviewResult;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Args;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `procc comment`: writes one comment of a pull or merge request, and keeps it up to date.
public final class CommentCommand extends Command {
  public CommentCommand() {
    super(CommandGroup.REVIEW, "comment", "keep one comment of a pull or merge request up to date");
  }

  @Override
  public Options options() {
    List<Option> all = new ArrayList<>();
    all.add(Option.value("--file", "FILE", "what it says: a file that --md-out wrote"));
    all.add(Option.flag("--status", "set the hash of the plan as a status of the commit"));
    all.add(Option.value("--outcome", "EXIT", "say what became of the plan, by an exit code"));
    all.add(Option.value("--issue", "TITLE", "keep an open issue instead of a comment"));
    all.add(Option.flag("--close", "close the issue, with --issue"));
    all.addAll(ReviewArguments.OPTIONS);
    return Options.of(all).formats("text", "json");
  }

  @Override
  public String details() {
    return """
    Which host, repository and request it is, and with which token, is what the host sets in its
    jobs: GITHUB_TOKEN, GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_EVENT_PATH; or CI_API_V4_URL,
    CI_PROJECT_ID, CI_MERGE_REQUEST_IID and a GITLAB_TOKEN. PROCC_TOKEN is never sent there.

    The comment is found again by its hidden marker and by who wrote it; what is too long for the
    host is cut, and says so.

    Examples:
      procc comment --file plan.md --status
      procc comment --outcome 0
      procc comment --file drift.md --issue "Drift in Workiva"
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    Args args = invocation.args();
    String file = args.value("--file");
    String outcome = args.value("--outcome");
    String title = args.value("--issue");
    check(args, file, outcome, title);
    String text = file == null ? "" : invocation.readFile(file);
    ProjectSession session = ReviewArguments.session(invocation);
    String number = args.value("--pr");
    try (ReviewService review = ReviewArguments.open(invocation, session)) {
      List<ReviewResult> results;
      if (outcome != null) {
        String target = ReviewArguments.target(invocation, session);
        results = review.end(Integer.parseInt(outcome), target, number);
      } else if (title != null) {
        results = List.of(review.issue(text, title, !args.has("--close")));
      } else {
        results = List.of(review.comment(text, number, args.has("--status")));
      }
      print(invocation, results, title == null ? "comment" : "issue");
    }
    return ExitCode.OK;
  }

  private static void check(
      Args args, @Nullable String file, @Nullable String outcome, @Nullable String title)
      throws Failure {
    if ((file == null) == (outcome == null)) {
      throw Failure.usage(
          "one of --file and --outcome is needed", "write procc comment --file plan.md");
    }
    if (outcome != null && !outcome.matches("[0-9]{1,3}")) {
      throw Failure.usage("\"" + outcome + "\" is not an exit code", "write --outcome 0");
    }
    if (title != null && (outcome != null || args.has("--status") || args.has("--pr"))) {
      throw Failure.usage("--issue goes with --file alone", null);
    }
    if (outcome != null && args.has("--status")) {
      throw Failure.usage("--status goes with --file", null);
    }
    if (title == null && args.has("--close")) {
      throw Failure.usage("--close closes an issue", "add --issue TITLE");
    }
  }

  /// @param thing `comment` or `issue`
  private static void print(Invocation invocation, List<ReviewResult> results, String thing) {
    if (invocation.isJson()) {
      List<Json> each = new ArrayList<>();
      for (ReviewResult result : results) {
        each.add(
            Json.object()
                .put("done", result.action())
                .put("place", result.place())
                .put("url", result.url())
                .build());
      }
      invocation.print(ExitCode.OK, Json.object().put("posts", Json.array(each)).build());
      return;
    }
    for (ReviewResult result : results) {
      String url = result.url().isEmpty() ? "" : ": " + result.url();
      invocation.println(words(result.action(), thing) + " " + result.place() + url);
    }
  }

  private static String words(String action, String thing) {
    return switch (action) {
      case "created" -> thing.equals("issue") ? "Added one to" : "Wrote a comment to";
      case "updated" -> "Updated the " + thing + " in";
      case "unchanged" -> "As it was: the " + thing + " in";
      case "closed" -> "Closed the " + thing + " in";
      case "superseded" -> "Nothing written, a newer commit is in";
      default -> "Nothing of ours is in";
    };
  }
}
