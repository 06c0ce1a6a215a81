package dev.procc.cli.command;

import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.live.apply.Halt;
import dev.procc.live.apply.RunStatus;
import dev.procc.live.plan.RunConfirmation;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.view.report.ConfirmText;
import dev.procc.view.report.StatusText;
import dev.procc.view.report.Style;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `procc status`: how the run of a process stands, by the keys of its definition.
final class StatusCommand implements Command {
  @Override
  public String name() {
    return "status";
  }

  @Override
  public String summary() {
    return "show how a run stands";
  }

  @Override
  public Group group() {
    return Group.WATCH;
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--run", "ID", "that run instead of the latest one"),
            Option.flag("--confirm", "read back what was done by hand, and record it"),
            Option.flag("--watch", "look again until the run has ended"),
            Option.value(
                "--interval", "SECONDS", "how long to wait between two looks; 30 by default"),
            Definitions.AS_OF)
        .formats("text", "json")
        .operands("[KEY]", 0, 1);
  }

  @Override
  public String details() {
    return """
    Exit 0 while the run goes on or when it is complete; 8 when it ended cancelled or in error.

    With --confirm it reads back the steps that procc plan --run lists for hands, and records in the
    ledger which are done; while any is open, the exit is 6.

    Examples:
      procc status close@2024-Q4
      procc status close@2024-Q4 --watch --interval 60
      procc status close@2024-Q4 --confirm
    """;
  }

  @Override
  public int run(Call call) throws Failure {
    try (LiveSession session = LiveSession.open(call)) {
      String identity = session.identity();
      if (call.args().has("--confirm")) {
        return confirm(call, session, identity);
      }
      RunStatus status = read(call, session, identity);
      while (call.args().has("--watch") && !status.ended()) {
        call.stream().print(text(call, session, identity, status));
        call.stream().flush();
        LiveAccess.pause(interval(call));
        status = read(call, session, identity);
      }
      int exit = status.failed() ? Exit.RUN_FAILED : Exit.OK;
      if (call.json()) {
        call.print(exit, status.toJson());
      } else {
        call.print(text(call, session, identity, status));
      }
      return exit;
    } catch (Halt halt) {
      throw LiveSession.failure(halt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Exit.INTERRUPTED;
    }
  }

  private static int confirm(Call call, LiveSession session, String identity) throws Halt, Failure {
    CompiledProcess compiled = session.compiled(identity);
    if (compiled == null) {
      throw Failure.nothing("the definition of " + identity + " is gone", "procc lint");
    }
    RunConfirmation confirmation =
        session.runs().confirm(Wishes.of(compiled), call.args().value("--run"));
    if (confirmation == null) {
      throw Failure.nothing(identity + " has no run", "start one: procc run " + identity);
    }
    try {
      session.recordConfirmed(identity, confirmation);
    } catch (IOException e) {
      call.note("warning: the evidence record could not be written: " + e.getMessage());
    }
    int exit = confirmation.complete() ? Exit.OK : Exit.PARTIAL;
    if (call.json()) {
      call.print(exit, ConfirmText.json(identity, confirmation));
    } else {
      call.print(
          ConfirmText.render(
              identity, confirmation, session.names().people(), Style.of(call.colour())));
    }
    return exit;
  }

  private static RunStatus read(Call call, LiveSession session, String identity)
      throws Halt, Failure {
    String run = call.args().value("--run");
    if (run != null) {
      return session.runs().status(identity, run);
    }
    Optional<RunStatus> latest = session.runs().status(identity);
    return latest.orElseThrow(
        () -> Failure.nothing(identity + " has no run", "start one: procc run " + identity));
  }

  private static String text(Call call, LiveSession session, String identity, RunStatus status) {
    CompiledProcess compiled = session.compiled(identity);
    @Nullable BusinessCalendar calendar =
        compiled == null ? null : compiled.resolved().dates().tree().calendar().days();
    return StatusText.render(
        status, session.target(), session.names().people(), calendar, Style.of(call.colour()));
  }

  private static Duration interval(Call call) throws Failure {
    String given = call.args().value("--interval", "30");
    try {
      return Duration.ofSeconds(Math.max(1, Integer.parseInt(given)));
    } catch (NumberFormatException e) {
      throw Failure.usage("\"" + given + "\" is no number of seconds", "write --interval 60");
    }
  }
}
