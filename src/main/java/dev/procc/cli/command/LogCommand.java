package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.language.compile.Compilation;
import dev.procc.language.project.Instance;
import dev.procc.live.apply.Evidence;
import dev.procc.live.apply.EvidenceLog;
import dev.procc.live.apply.EvidenceLog.Gap;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `procc log`: every apply of a process by its records of evidence, and what lies between them
/// that was not ours.
final class LogCommand implements Command {
  @Override
  public String name() {
    return "log";
  }

  @Override
  public String summary() {
    return "tell every apply of a process";
  }

  @Override
  public Group group() {
    return Group.WATCH;
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--record", "NUMBER", "show this record in full, the first is 1"))
        .formats("text", "json")
        .operands("KEY", 1, 1);
  }

  @Override
  public String details() {
    return """
    Each apply leaves a record with the hash of the one before it. A revision that moved between two
    of them was moved by somebody else; a record that was changed or taken out breaks the chain, and
    the exit is 3.

    Example:
      procc log close@2024-Q4 --record 2
    """;
  }

  @Override
  public int run(Call call) throws Failure, IOException {
    Compilation compilation = Definitions.compileAll(call);
    LiveAccess access = LiveAccess.of(call, compilation);
    String identity = identity(compilation, call.operands().getFirst());
    LedgerStore store = LiveAccess.store(call, compilation);
    EvidenceLog log =
        EvidenceLog.of(LiveAccess.evidence(store, compilation), access.target(), identity);
    if (log.records().isEmpty() && log.broken().isEmpty()) {
      throw Failure.nothing(
          "there is no record of \"" + identity + "\" on target " + access.target(),
          "an apply that changes it leaves one");
    }
    String number = call.args().value("--record");
    int exit = log.broken().isEmpty() ? Exit.OK : Exit.FINDINGS;
    if (number != null) {
      show(call, exit, record(log, number));
    } else if (call.json()) {
      call.print(exit, json(log, exceptions(call, store, access.target(), identity)));
    } else {
      text(call, log);
      for (KeepCommand.Row kept : exceptions(call, store, access.target(), identity)) {
        call.println("kept: " + kept.text());
      }
    }
    return exit;
  }

  /// A key stands for its only period.
  private static String identity(Compilation compilation, String word) {
    List<String> periods = new ArrayList<>();
    for (Instance instance : compilation.project().instances()) {
      if (instance.identity().startsWith(word + "@")) {
        periods.add(instance.identity());
      }
    }
    return periods.size() == 1 ? periods.getFirst() : word;
  }

  /// Edits made in Workiva that stay. A record that cannot be read does not hide the log.
  private static List<KeepCommand.Row> exceptions(
      Call call, LedgerStore store, String target, String identity) {
    List<KeepCommand.Row> rows = new ArrayList<>();
    try {
      store
          .load(target, identity)
          .ifPresent(
              entry -> entry.kept().forEach(kept -> rows.add(new KeepCommand.Row(identity, kept))));
    } catch (LedgerException e) {
      call.note("exceptions are not known: " + e.getMessage());
    }
    return rows;
  }

  private static Json.Obj record(EvidenceLog log, String number) throws Failure {
    int count = log.records().size();
    boolean digits = number.matches("[0-9]{1,6}");
    int at = digits ? Integer.parseInt(number) : 0;
    if (at < 1 || at > count) {
      throw Failure.usage("there is no record \"" + number + "\"", "they are 1 to " + count);
    }
    return log.records().get(at - 1);
  }

  private static void show(Call call, int exit, Json.Obj record) {
    if (call.json()) {
      call.print(exit, record.without("formatVersion"));
    } else {
      call.print(Evidence.text(record));
    }
  }

  private static Json.Obj json(EvidenceLog log, List<KeepCommand.Row> exceptions) {
    List<Json> gaps = new ArrayList<>();
    for (Gap gap : log.gaps()) {
      gaps.add(
          Json.object()
              .put("id", gap.id())
              .put("after", gap.after())
              .put("before", gap.before())
              .put("from", gap.from())
              .put("to", gap.to())
              .build());
    }
    return Json.object()
        .put("records", Json.array(log.records()))
        .put("gaps", Json.array(gaps))
        .put("broken", Json.texts(log.broken()))
        .put("exceptions", Json.array(exceptions.stream().map(KeepCommand.Row::toJson).toList()))
        .build();
  }

  private static void text(Call call, EvidenceLog log) {
    int number = 0;
    for (Json.Obj record : log.records()) {
      number++;
      String at = record.text("at").orElse("");
      for (Gap gap : log.gaps()) {
        if (gap.before().equals(at)) {
          call.println(
              "   -  revision "
                  + gap.from()
                  + " -> "
                  + gap.to()
                  + " of "
                  + gap.id()
                  + " was not ours");
        }
      }
      Json.Obj result = record.obj("result").orElse(Json.Obj.EMPTY);
      String commit =
          record.obj("change").flatMap(c -> c.text("commit")).map(c -> "  " + c).orElse("");
      call.println(
          " ".repeat(Math.max(0, 4 - String.valueOf(number).length()))
              + number
              + "  "
              + at
              + "  "
              + result.text("action").orElse("")
              + ": "
              + result.text("verdict").orElse("")
              + commit);
      call.println("      " + result.text("message").orElse(""));
    }
    log.broken().forEach(broken -> call.println("broken: " + broken));
  }
}
