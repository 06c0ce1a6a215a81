package dev.procc.cli.calendar;

import dev.procc.app.Failure;
import dev.procc.app.live.LastRunOffers;
import dev.procc.app.project.ChangedFile;
import dev.procc.app.project.ChangedFiles;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Severity;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.cli.lint.LintReport;
import dev.procc.language.periods.RollForward;
import dev.procc.language.periods.RollForwardStep;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.ProjectLocation;
import dev.procc.view.periods.RollForwardJson;
import dev.procc.view.periods.RollForwardText;
import dev.procc.view.periods.RunOffer;
import dev.procc.view.text.Style;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// `procc roll-forward`: creates the next period from the last one, and reports what it does not
/// carry over.
public final class RollForwardCommand extends Command {
  public RollForwardCommand() {
    super(
        CommandGroup.DATES,
        "roll-forward",
        "write the next period, and list what does not follow by itself");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--to", "KEY", "the new period; by default the next one"),
            Option.value("--from", "KEY", "the period to go on from; by default the last one")
                .completes(ValueKind.PERIOD),
            Option.choice(
                "--status", List.of("planned", "open"), "the status; by default as before"),
            Option.flag(
                "--live", "read what was late, returned, cancelled or added in the last run"),
            Option.flag("--dry-run", "show the file and the report, write nothing"),
            ProjectArguments.VAR,
            ProjectArguments.VAR_FILE)
        .formats("text", "json")
        .operands("", 0, 0);
  }

  @Override
  public String details() {
    return """
    The new file stands beside the last one's and is named like it. Processes, variables and
    comments are carried over; changes, label and written days are not. The report says what stays
    as it was: typed dates, people who are away, documents, calendars that were not looked up so
    far, variables and texts that name the last period. Then the new period is compiled. Exit 3
    when errors are found; the file is written all the same, exit 4 when it is there already.

    With --live the last run of each process is read from Workiva: tasks that were late, returned,
    cancelled or added by hand are listed with their reasons, and with the lines that take them into
    account once: one-off changes of the new period, or what the definition would say.

    Examples:
      procc roll-forward
      procc roll-forward --to 2025-Q1 --dry-run
      procc roll-forward --to FY2026-P04 --from FY2026-P03 --status planned
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    ProjectRequest request = ProjectArguments.request(invocation, List.of());
    ProjectLocation location = request.locate();
    RollForward.RollForwardRequest wish =
        new RollForward.RollForwardRequest(
            invocation.args().value("--from"),
            invocation.args().value("--to"),
            invocation.args().value("--status"));
    RollForward.RollForwardResult result =
        RollForwardStep.create(
            new DiskTree(location.root()),
            location.config(),
            wish,
            ProjectSession.options(request, null));
    RollForward done = done(result);
    int exit = LintReport.exit(done.findings(), Severity.ERROR);
    boolean dry = invocation.args().has("--dry-run");
    List<RunOffer> offers =
        invocation.args().has("--live")
            ? LastRunOffers.read(request, done, invocation::note)
            : null;
    if (!dry) {
      ChangedFiles.write(
          location.root(),
          Map.of(done.path(), new ChangedFile(done.before(), done.text())),
          "the period is not there");
    }
    if (invocation.isJson()) {
      invocation.print(exit, RollForwardJson.of(done, !dry, offers));
    } else {
      if (offers != null) {
        invocation.print(RollForwardText.offers(done, offers));
        invocation.println("");
      }
      print(invocation, done, exit, dry);
    }
    return exit;
  }

  private static RollForward done(RollForward.RollForwardResult result) throws Failure {
    RollForward.RollForwardRefusal refusal = result.refusal();
    if (refusal != null) {
      throw failure(refusal);
    }
    return Objects.requireNonNull(result.rollForward(), "neither done nor refused");
  }

  private static void print(Invocation invocation, RollForward done, int exit, boolean dry) {
    invocation.print(RollForwardText.render(done, Style.of(invocation.usesColour())));
    invocation.println("");
    if (dry) {
      invocation.printLines(done.text());
      invocation.println("");
      invocation.println("Nothing was written; above is " + done.path());
      return;
    }
    invocation.println("Written to " + done.path());
    invocation.note(
        "Next: " + RollForwardText.nextStep(done, exit != ExitCode.OK) + invocation.sameProject());
  }

  private static Failure failure(RollForward.RollForwardRefusal refusal) {
    return switch (refusal.kind()) {
      case CONFLICT -> Failure.refused(refusal.message(), refusal.hint());
      case USAGE -> Failure.usage(refusal.message(), refusal.hint());
      case NOT_FOUND -> Failure.noMatch(refusal.message(), refusal.hint());
    };
  }
}
