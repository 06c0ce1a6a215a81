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
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `procc state rebuild`: the ledger anew, from what is live and the definitions.
public final class StateRebuildCommand implements Command {
  private static final int MAX_DIFFERENCES = 5;

  @Override
  public String name() {
    return "state rebuild";
  }

  @Override
  public String summary() {
    return "write lost or damaged records anew, from what is live";
  }

  @Override
  public CommandGroup group() {
    return CommandGroup.WATCH;
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
    For each definition without a record that can be read it looks for the live process: one that
    bears its name, or, where none does, one with the same groups and tasks. Where two could be meant
    nothing is guessed: it names both, and the exit is 4. A record that can be read and whose process
    is live is left alone. Nothing is written to Workiva.

    Where a process differs from its definition nobody knows any more who changed what: the next plan
    says so, and undoes nothing that may be an edit made in Workiva unless it is told to. What a
    record knew besides (former processes, runs, kept edits) does not come back.

    Example:
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
      long toWrite = rows.stream().filter(r -> r.entry() != null).count();
      boolean refused = rows.stream().anyMatch(r -> r.outcome() == RebuildOutcome.REFUSED);
      boolean dry = invocation.args().has("--dry-run");
      StringBuilder text = new StringBuilder();
      rows.forEach(row -> appendRow(text, row));
      text.append(summary(rows, dry)).append('\n');
      boolean shown = toWrite > 0 && !dry && confirm(invocation, text.toString());
      if (toWrite > 0 && !dry) {
        rebuild.save(rows);
      }
      if (!invocation.isJson() && !shown) {
        invocation.print(text.toString());
      }
      int exit = refused ? ExitCode.REFUSED : ExitCode.OK;
      if (invocation.isJson()) {
        List<Json> json = new ArrayList<>();
        rows.forEach(row -> json.add(row.toJson()));
        invocation.print(
            exit,
            Json.object()
                .put("target", session.target())
                .put("written", !dry)
                .put("entries", Json.array(json))
                .build());
      }
      return exit;
    } catch (ApplyException halt) {
      throw LiveSession.failure(halt);
    }
  }

  private static List<String> identities(List<DesiredProcess> all) {
    return all.stream().map(DesiredProcess::identity).toList();
  }

  /// The identities that the operands mean; one that is none stays as it is, for a damaged entry
  /// has no definition.
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

  /// Asks where that was not waived.
  ///
  /// @return whether the person was shown the text
  private static boolean confirm(Invocation invocation, String text) throws Failure, IOException {
    if (invocation.args().has("--yes")) {
      return false;
    }
    boolean person =
        !invocation.isJson()
            && invocation.env().errIsTerminal()
            && invocation.env().outIsTerminal();
    Confirmation confirmation =
        Confirmation.of(invocation, person, "the records", "look with --dry-run, then add --yes");
    invocation.env().out().print(text);
    invocation.env().out().flush();
    confirmation.requireTyped("Type yes to record: ", "yes", "nothing was recorded");
    return true;
  }

  private static void appendRow(StringBuilder text, RebuildRow row) {
    String lead =
        switch (row.outcome()) {
          case SOUND -> "  ";
          case RECORD -> "+ ";
          case NOTHING -> "- ";
          case REFUSED -> "! ";
        };
    String id = row.id() == null || row.outcome() == RebuildOutcome.REFUSED ? "" : "  " + row.id();
    text.append(lead).append(row.identity()).append(id).append("  ").append(row.message());
    text.append('\n');
    int shown = 0;
    for (String one : row.differences()) {
      if (shown++ == MAX_DIFFERENCES) {
        appendLine(text, "and " + (row.differences().size() - MAX_DIFFERENCES) + " more");
        break;
      }
      appendLine(text, one);
    }
    if (!row.differences().isEmpty()) {
      appendLine(text, "nobody knows who made these: procc plan shows them as changed by both");
    }
    if (!row.help().isEmpty()) {
      appendLine(text, row.help());
    }
  }

  private static void appendLine(StringBuilder text, String words) {
    text.append("    ").append(words).append('\n');
  }

  private static String summary(List<RebuildRow> rows, boolean dry) {
    int[] counts = new int[RebuildOutcome.values().length];
    rows.forEach(row -> counts[row.outcome().ordinal()]++);
    StringBuilder words = new StringBuilder();
    words
        .append(counts[RebuildOutcome.RECORD.ordinal()])
        .append(dry ? " would be recorded, " : " to record, ");
    words.append(counts[RebuildOutcome.SOUND.ordinal()]).append(" sound, ");
    words.append(counts[RebuildOutcome.NOTHING.ordinal()]).append(" not live, ");
    words.append(counts[RebuildOutcome.REFUSED.ordinal()]).append(" to decide");
    return words.toString();
  }
}
