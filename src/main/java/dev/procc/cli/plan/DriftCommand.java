package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.connection.TargetDay;
import dev.procc.app.plan.DriftReader;
import dev.procc.app.plan.PlanRequest;
import dev.procc.app.plan.PlanService;
import dev.procc.app.project.ProjectSession;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.compile.Compilation;
import dev.procc.live.ledger.LedgerException;
import dev.procc.view.live.DriftReport;
import dev.procc.view.live.DriftText;
import java.time.LocalDate;

/// `procc drift`: shows edits made in Workiva that the definitions do not have.
public final class DriftCommand extends Command {
  public DriftCommand() {
    super(CommandGroup.LIVE, "drift", "show what was edited in Workiva since the last apply");
  }

  @Override
  public Options options() {
    return Options.of(
            ProjectArguments.AS_OF,
            ProjectArguments.VAR,
            ProjectArguments.VAR_FILE,
            Option.flag("--full", "read every process in full, changed or not"),
            CommentFiles.OUT,
            CommentFiles.HOST)
        .formats("text", "json")
        .operands(ProjectArguments.OPERANDS, 0, Integer.MAX_VALUE)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    The comparison is that of procc plan: an edit is a field that a definition manages, or a node
    added, removed or moved, that is not as it was last applied and that the definition does not
    say. Exit 2 when there is one that is not known; known are those of procc keep, and those of
    drift in procc.yaml, with a reason and an end:

      drift:
        - { at: "close/entities/*:dueDate", until: 2025-03-31, reason: moved by the auditors }

    Nothing is written to Workiva.

    Examples:
      procc drift
      procc drift --md-out drift.md
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    ProjectSession session = ProjectSession.open(PlanArguments.project(invocation));
    LocalDate today = TargetDay.of(session, invocation::note);
    Compilation compilation = session.compile(today);
    if (compilation.hasErrors()) {
      PlanPrinter.writeErrors(invocation, compilation);
      return FindingsPrinter.printErrors(invocation, compilation.findings());
    }
    TargetConnection connection = TargetConnection.of(session, compilation, invocation::note);
    DriftReport report = report(invocation, session, compilation, connection, today);
    String file = invocation.args().value(CommentFiles.OUT.name());
    if (file != null) {
      invocation.writeFile(
          file,
          DriftText.markdown(
              report,
              CommentFiles.form(invocation),
              CommentFiles.project(invocation),
              CommentFiles.ledger(invocation)));
    }
    int exit = report.news() == 0 ? ExitCode.OK : ExitCode.CHANGES;
    if (invocation.isJson()) {
      invocation.print(exit, DriftText.json(report));
    } else {
      invocation.print(DriftText.render(report, invocation.sameProject(), invocation.columns()));
    }
    return exit;
  }

  private static DriftReport report(
      Invocation invocation,
      ProjectSession session,
      Compilation compilation,
      TargetConnection connection,
      LocalDate today)
      throws Failure {
    PlanRequest request = PlanArguments.request(invocation.args());
    PlanService service =
        new PlanService(session, compilation, connection, request, today, invocation::trace);
    boolean complete = invocation.operands().isEmpty() && compilation.skipped().isEmpty();
    try {
      return new DriftReader(
              compilation, connection.ledgerStore().list(connection.target()), today, complete)
          .read(service.planLive());
    } catch (LedgerException e) {
      throw Failure.error(String.valueOf(e.getMessage()), e.help());
    }
  }
}
