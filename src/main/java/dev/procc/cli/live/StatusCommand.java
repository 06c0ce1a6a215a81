package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.live.LiveSession;
import dev.procc.app.plan.DesiredProcesses;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.live.apply.RunStatus;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.runplan.RunConfirmation;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.view.run.RunCalendars;
import dev.procc.view.run.RunConfirmationJson;
import dev.procc.view.run.RunConfirmationText;
import dev.procc.view.run.RunStatusJson;
import dev.procc.view.run.RunStatusText;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `procc status`: shows the state of a run, by the keys of its definition.
public final class StatusCommand extends Command {
  public StatusCommand() {
    super(CommandGroup.WATCH, "status", "show how a run stands");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--run", "ID", "that run instead of the latest one"),
            Option.flag("--confirm", "read back what was done by hand, and record it"),
            Option.flag("--watch", "look again until the run has ended"),
            Option.value(
                "--interval", "SECONDS", "how long to wait between two looks; 30 by default"),
            ProjectArguments.AS_OF)
        .formats("text", "json")
        .operands("[KEY]", 0, 1)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    Exit 0 while the run goes on or when it is complete; 8 when it ended cancelled or in error.

    With --confirm it reads back the steps by hand of procc plan --run, and records in the
    ledger which are done; while any is open, the exit is 6.

    Examples:
      procc status close@2024-Q4
      procc status close@2024-Q4 --watch --interval 60
      procc status close@2024-Q4 --confirm
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    Duration pause = interval(invocation);
    try (LiveSession session =
        LiveSession.open(ProjectArguments.request(invocation, List.of()), invocation::note)) {
      String identity = session.resolveIdentity(invocation.firstOperand());
      if (invocation.args().has("--confirm")) {
        return confirm(invocation, session, identity);
      }
      RunStatus status = read(invocation, session, identity);
      while (invocation.args().has("--watch") && !status.hasEnded()) {
        invocation.printNow(text(invocation, session, identity, status));
        TargetConnection.sleep(pause);
        status = read(invocation, session, identity);
      }
      int exit = status.hasFailed() ? ExitCode.RUN_FAILED : ExitCode.OK;
      if (invocation.isJson()) {
        invocation.print(
            exit, RunStatusJson.of(status, session.names().people(), calendars(session, identity)));
      } else {
        invocation.print(text(invocation, session, identity, status));
      }
      return exit;
    } catch (ApplyException halt) {
      throw LiveSession.failure(halt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  private static int confirm(Invocation invocation, LiveSession session, String identity)
      throws ApplyException, Failure {
    CompiledProcess compiled = session.requireProcess(identity);
    RunConfirmation confirmation =
        session.runs().confirm(DesiredProcesses.of(compiled), invocation.args().value("--run"));
    if (confirmation == null) {
      throw Failure.noMatch(identity + " has no run", "start one: procc run " + identity);
    }
    int exit = confirmation.isComplete() ? ExitCode.OK : ExitCode.PARTIAL;
    if (invocation.isJson()) {
      invocation.print(exit, RunConfirmationJson.of(identity, confirmation));
    } else {
      invocation.print(
          RunConfirmationText.render(
              identity, confirmation, session.names().people(), Style.of(invocation.usesColour())));
    }
    return exit;
  }

  private static RunStatus read(Invocation invocation, LiveSession session, String identity)
      throws ApplyException, Failure {
    String run = invocation.args().value("--run");
    if (run != null) {
      return session.runs().status(identity, run);
    }
    Optional<RunStatus> latest = session.runs().status(identity);
    return latest.orElseThrow(
        () -> Failure.noMatch(identity + " has no run", "start one: procc run " + identity));
  }

  private static SafeText text(
      Invocation invocation, LiveSession session, String identity, RunStatus status) {
    return new RunStatusText(
            status,
            session.names().people(),
            calendars(session, identity),
            Style.of(invocation.usesColour()),
            invocation.columns())
        .render(session.target());
  }

  private static RunCalendars calendars(LiveSession session, String identity) {
    CompiledProcess compiled = session.compiledProcess(identity);
    return node -> compiled == null ? null : calendar(compiled, node);
  }

  /// The calendar of the process, or of the date that a node has to meet.
  private static BusinessCalendar calendar(
      CompiledProcess compiled, RunStatus.@Nullable NodeStatus node) {
    if (node != null) {
      FieldRole role =
          node.actor().turn() == RunStatus.Turn.APPROVES
              ? FieldRole.APPROVAL_DUE
              : FieldRole.DUE_DATE;
      String address = compiled.identity() + "/" + node.place().address();
      ResolvedDate date = compiled.resolved().dates().date(address, role);
      if (date != null) {
        return date.calendar().days();
      }
    }
    return compiled.resolved().dates().tree().calendar().days();
  }

  private static Duration interval(Invocation invocation) throws Failure {
    String given = invocation.args().value("--interval", "30");
    try {
      int seconds = Integer.parseInt(given);
      if (seconds > 0) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException e) {
      // as a number below 1
    }
    throw Failure.usage("\"" + given + "\" is not a number of seconds", "write --interval 60");
  }
}
