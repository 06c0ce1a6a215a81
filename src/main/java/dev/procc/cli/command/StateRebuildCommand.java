package dev.procc.cli.command;

import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.live.apply.Halt;
import dev.procc.live.apply.Rebuild;
import dev.procc.live.apply.Rebuild.Fate;
import dev.procc.live.apply.Rebuild.Row;
import dev.procc.live.plan.Desired;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `procc state rebuild`: the ledger anew, from what is live and the definitions.
final class StateRebuildCommand implements Command {
  private static final int SHOWN = 5;

  @Override
  public String name() {
    return "state rebuild";
  }

  @Override
  public String summary() {
    return "write lost or damaged records anew, from what is live";
  }

  @Override
  public Group group() {
    return Group.WATCH;
  }

  @Override
  public Options options() {
    return Options.of(
            Option.flag("--yes", "do not ask"),
            Option.flag("--dry-run", "show what would be recorded, and write nothing"),
            Definitions.AS_OF)
        .formats("text", "json")
        .operands("[KEY...]", 0, Integer.MAX_VALUE);
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
  public int run(Call call) throws Failure, IOException {
    try (LiveSession session = LiveSession.open(call)) {
      if (session.compilation().hasErrors()) {
        return Definitions.complain(call, session.compilation());
      }
      List<Desired> all = new ArrayList<>();
      for (CompiledProcess process : session.compilation().processes()) {
        all.add(Wishes.of(process));
      }
      Rebuild rebuild = session.rebuild();
      List<Row> rows = rebuild.look(all, wanted(call, all));
      if (rows.isEmpty() && !call.operands().isEmpty()) {
        throw Failure.nothing(
            "\"" + call.operands().getFirst() + "\" is the key of no process",
            Spelling.hint(call.operands().getFirst(), identities(all)).orElse(null));
      }
      long toWrite = rows.stream().filter(r -> r.entry() != null).count();
      boolean refused = rows.stream().anyMatch(r -> r.fate() == Fate.REFUSED);
      boolean dry = call.args().has("--dry-run");
      StringBuilder text = new StringBuilder();
      rows.forEach(row -> show(text, row));
      text.append(summary(rows, dry)).append('\n');
      boolean told = toWrite > 0 && !dry && confirmed(call, text.toString());
      if (toWrite > 0 && !dry) {
        rebuild.record(rows);
      }
      if (!call.json() && !told) {
        call.print(text.toString());
      }
      int exit = refused ? Exit.REFUSED : Exit.OK;
      if (call.json()) {
        List<Json> json = new ArrayList<>();
        rows.forEach(row -> json.add(row.toJson()));
        call.print(
            exit,
            Json.object()
                .put("target", session.target())
                .put("written", !dry)
                .put("entries", Json.array(json))
                .build());
      }
      return exit;
    } catch (Halt halt) {
      throw LiveSession.failure(halt);
    }
  }

  private static List<String> identities(List<Desired> all) {
    return all.stream().map(Desired::identity).toList();
  }

  /// The identities that the operands mean; one that is none stays as it is, for a damaged entry
  /// has no definition.
  private static Set<String> wanted(Call call, List<Desired> all) {
    Set<String> wanted = new LinkedHashSet<>();
    for (String word : call.operands()) {
      wanted.add(word);
      for (Desired one : all) {
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
  private static boolean confirmed(Call call, String text) throws Failure, IOException {
    if (call.args().has("--yes")) {
      return false;
    }
    boolean person = !call.json() && call.env().errTerminal() && call.env().outTerminal();
    Confirmation confirmation =
        Confirmation.of(call, person, "the records", "look with --dry-run, then add --yes");
    call.env().out().print(text);
    call.env().out().flush();
    confirmation.typed("Type yes to record: ", "yes", "nothing was recorded");
    return true;
  }

  private static void show(StringBuilder text, Row row) {
    String lead =
        switch (row.fate()) {
          case SOUND -> "  ";
          case RECORD -> "+ ";
          case NOTHING -> "- ";
          case REFUSED -> "! ";
        };
    String id = row.id() == null || row.fate() == Fate.REFUSED ? "" : "  " + row.id();
    text.append(lead).append(row.identity()).append(id).append("  ").append(row.message());
    text.append('\n');
    int shown = 0;
    for (String one : row.differing()) {
      if (shown++ == SHOWN) {
        line(text, "and " + (row.differing().size() - SHOWN) + " more");
        break;
      }
      line(text, one);
    }
    if (!row.differing().isEmpty()) {
      line(text, "nobody knows who made these: procc plan shows them as changed by both");
    }
    if (!row.help().isEmpty()) {
      line(text, row.help());
    }
  }

  private static void line(StringBuilder text, String words) {
    text.append("    ").append(words).append('\n');
  }

  private static String summary(List<Row> rows, boolean dry) {
    int[] counts = new int[Fate.values().length];
    rows.forEach(row -> counts[row.fate().ordinal()]++);
    StringBuilder words = new StringBuilder();
    words
        .append(counts[Fate.RECORD.ordinal()])
        .append(dry ? " would be recorded, " : " to record, ");
    words.append(counts[Fate.SOUND.ordinal()]).append(" sound, ");
    words.append(counts[Fate.NOTHING.ordinal()]).append(" not live, ");
    words.append(counts[Fate.REFUSED.ordinal()]).append(" to decide");
    return words.toString();
  }
}
