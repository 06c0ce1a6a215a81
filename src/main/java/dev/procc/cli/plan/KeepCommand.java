package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.connection.TargetDay;
import dev.procc.app.live.LiveSession;
import dev.procc.app.live.WaiverService;
import dev.procc.app.plan.PlanRequest;
import dev.procc.app.plan.PlanService;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
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
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyException;
import dev.procc.view.live.WaiverRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `procc keep`: lets an edit made in Workiva stay although the definition differs, by a waiver
/// with a reason and a last day.
public final class KeepCommand extends Command {
  public KeepCommand() {
    super(CommandGroup.LIVE, "keep", "let an edit made in Workiva stay, with a reason on record");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--reason", "TEXT", "why it stays, for whoever reads the plan"),
            Option.value("--until", "DATE", "the last day of the waiver; without it, until --end"),
            Option.flag("--end", "end waivers: a plan undoes the edits again, or is refused"),
            ProjectArguments.AS_OF,
            ProjectArguments.VAR,
            ProjectArguments.VAR_FILE)
        .formats("text", "json")
        .operands("ADDRESS...", 1, Integer.MAX_VALUE)
        .completes(ValueKind.ADDRESS);
  }

  @Override
  public String details() {
    return """
    A plan that would undo an edit made in Workiva is refused. This records that the edit stays: the
    plan then leaves the field as it is and says so, until the last day is over. ADDRESS is a field
    (close@2024-Q4:name), or a node or process with all edits in it. Nothing is written to Workiva.

    Examples:
      procc keep close@2024-Q4:name --reason "named so by the auditors" --until 2025-03-31
      procc keep close@2024-Q4:name --end
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    boolean end = invocation.args().has("--end");
    String reason = ProjectArguments.reason(invocation);
    if (!end && reason.isEmpty()) {
      throw Failure.usage("a waiver needs its reason", "add --reason TEXT");
    }
    List<String> words = new ArrayList<>();
    invocation.operands().forEach(word -> words.add(WaiverService.processPart(word)));
    ProjectSession session = ProjectSession.open(ProjectArguments.request(invocation, words));
    LocalDate today = TargetDay.of(session, invocation::note);
    Compilation compilation = session.compile(today);
    if (compilation.hasErrors()) {
      return FindingsPrinter.printErrors(invocation, compilation.findings());
    }
    LocalDate until = until(invocation, today);
    TargetConnection connection = TargetConnection.of(session, compilation, invocation::note);
    PlanService service =
        new PlanService(
            session, compilation, connection, PlanRequest.DEFAULT, today, invocation::trace);
    LedgerStore store = connection.ledgerStore();
    WaiverService waivers =
        new WaiverService(store, connection.target(), connection.handSteps(store));
    List<WaiverService.KeepAddress> wanted = new ArrayList<>();
    for (String word : invocation.operands()) {
      wanted.add(WaiverService.resolve(word, compilation));
    }
    try {
      List<WaiverRow> rows =
          end ? waivers.end(wanted) : waivers.record(service.planLive(), wanted, reason, until);
      return report(invocation, end ? "ended" : "kept", rows, waivers.count());
    } catch (ApplyException halt) {
      throw LiveSession.failure(halt);
    } catch (LedgerException e) {
      throw Failure.error(String.valueOf(e.getMessage()), e.help());
    }
  }

  private static @Nullable LocalDate until(Invocation invocation, LocalDate today) throws Failure {
    String given = invocation.args().value("--until");
    if (given == null) {
      return null;
    }
    LocalDate last = ScalarValues.date(given);
    if (last == null) {
      throw Failure.usage(
          "\"" + given + "\" is not a date",
          "write --until YYYY-MM-DD, a day from " + today + " on");
    }
    if (last.isBefore(today)) {
      throw Failure.usage(
          "--until " + last + " is over: it is " + today, "name a last day from " + today + " on");
    }
    return last;
  }

  private static int report(Invocation invocation, String word, List<WaiverRow> rows, int all) {
    if (invocation.isJson()) {
      invocation.print(
          ExitCode.OK,
          Json.object()
              .put(word, Json.array(rows.stream().map(WaiverRow::toJson).toList()))
              .build());
      return ExitCode.OK;
    }
    for (WaiverRow row : rows) {
      invocation.println(word + "  " + row.text());
    }
    String record =
        word.equals("kept")
            ? Plural.of(all, "waiver") + " on record"
            : Plural.of(rows.size(), "waiver") + " ended, " + (all == 0 ? "none" : all) + " left";
    invocation.println(record + ". Next: procc plan" + invocation.sameProject());
    return ExitCode.OK;
  }
}
