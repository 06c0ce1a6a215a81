package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.live.LiveSession;
import dev.procc.app.plan.DesiredProcesses;
import dev.procc.base.finding.Spelling;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.Confirmation;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.recover.LedgerRebuild;
import dev.procc.live.recover.LedgerRebuild.RebuildOutcome;
import dev.procc.live.recover.LedgerRebuild.RebuildRow;
import dev.procc.view.live.RebuildText;
import dev.procc.view.text.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `procc state rebuild`: rebuilds the ledger from live processes and definitions.
public final class StateRebuildCommand extends Command {
  public StateRebuildCommand() {
    super(
        CommandGroup.WATCH,
        "state rebuild",
        "write lost or damaged ledger entries from what is live");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.flag("--yes", "do not ask"),
            Option.flag("--dry-run", "show what would be recorded, and write nothing"),
            ProjectArguments.AS_OF)
        .formats("text", "json")
        .operands("[KEY...]", 0, Integer.MAX_VALUE)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    For each definition without a ledger entry that can be read it looks for the live process: one
    that bears its name, or, where none does, one with the same groups and tasks. Where two could be
    meant nothing is guessed: it names both, and the exit is 4. An entry that can be read and whose
    process is live is left alone. Nothing is written to Workiva.

    Where a process differs from its definition nobody knows any more who changed what: the next plan
    says so, and undoes nothing that may be an edit made in Workiva unless it is told to. What
    only the entry knew (former processes, runs, waivers) does not come back.

    Examples:
      procc state rebuild --dry-run
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    try (LiveSession session =
        LiveSession.open(ProjectArguments.request(invocation, List.of()), invocation::note)) {
      if (session.compilation().hasErrors()) {
        return FindingsPrinter.printErrors(invocation, session.compilation().findings());
      }
      List<DesiredProcess> all = new ArrayList<>();
      for (CompiledProcess process : session.compilation().processes()) {
        all.add(DesiredProcesses.of(process));
      }
      LedgerRebuild rebuild = session.rebuild();
      List<RebuildRow> rows = rebuild.analyze(all, selectedIdentities(invocation, all));
      if (rows.isEmpty() && !invocation.operands().isEmpty()) {
        throw Failure.noMatch(
            "\"" + invocation.operands().getFirst() + "\" is the key of no process",
            Spelling.hint(invocation.operands().getFirst(), identities(all)).orElse(null));
      }
      boolean dry = invocation.args().has("--dry-run");
      boolean writes = !dry && rows.stream().anyMatch(r -> r.adoption() != null);
      boolean shown = writes && confirm(invocation, RebuildText.render(rows, false));
      if (writes) {
        rebuild.save(rows);
      }
      boolean refused = rows.stream().anyMatch(r -> r.outcome() == RebuildOutcome.REFUSED);
      int exit = refused ? ExitCode.REFUSED : ExitCode.OK;
      if (invocation.isJson()) {
        invocation.print(exit, json(session.target(), rows, dry));
      } else if (!shown) {
        invocation.print(RebuildText.render(rows, writes));
      }
      return exit;
    } catch (ApplyException halt) {
      throw LiveSession.failure(halt);
    }
  }

  private static Json.Obj json(String target, List<RebuildRow> rows, boolean dry) {
    List<Json> entries = new ArrayList<>();
    rows.forEach(row -> entries.add(row.toJson()));
    return Json.object()
        .put("target", target)
        .put("written", !dry)
        .put("entries", Json.array(entries))
        .build();
  }

  private static List<String> identities(List<DesiredProcess> all) {
    return all.stream().map(DesiredProcess::identity).toList();
  }

  /// The identities of the operands; one without a definition is kept as typed, since a damaged
  /// entry may have none.
  private static Set<String> selectedIdentities(Invocation invocation, List<DesiredProcess> all) {
    Set<String> wanted = new LinkedHashSet<>();
    for (String word : invocation.operands()) {
      wanted.add(word);
      for (DesiredProcess one : all) {
        if (one.key().equals(word)) {
          wanted.add(one.identity());
        }
      }
    }
    return wanted;
  }

  /// Asks for confirmation, unless that is waived.
  ///
  /// @return whether the person saw the text
  private static boolean confirm(Invocation invocation, SafeText text) throws Failure, IOException {
    if (invocation.args().has("--yes")) {
      return false;
    }
    boolean person =
        !invocation.isJson()
            && invocation.env().errIsTerminal()
            && invocation.env().outIsTerminal();
    Confirmation confirmation =
        Confirmation.of(invocation, person, "the records", "look with --dry-run, then add --yes");
    invocation.printNow(text);
    confirmation.requireTyped("Type yes to record: ", "yes", "nothing was recorded");
    return true;
  }
}
