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
import dev.procc.language.compile.Compilation;
import dev.procc.language.yaml.Scalars;
import dev.procc.live.ledger.Kept;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `procc keep`: lets edits made in Workiva stay although the definition says otherwise, by an
/// exception on record with its reason and its last day.
final class KeepCommand implements Command {
  @Override
  public String name() {
    return "keep";
  }

  @Override
  public String summary() {
    return "let an edit made in Workiva stay, by an exception on record";
  }

  @Override
  public Group group() {
    return Group.LIVE;
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--reason", "TEXT", "why it stays, for whoever reads the plan"),
            Option.value(
                "--until", "DATE", "the last day of the exception; without it, until --end"),
            Option.flag("--end", "end exceptions: the edits count as undone again"),
            Definitions.AS_OF,
            Definitions.VAR,
            Definitions.VAR_FILE)
        .formats("text", "json")
        .operands("ADDRESS...", 1, Integer.MAX_VALUE);
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

  /// An address of the command line: of which process, and what is in it.
  private record Wanted(String word, String identity, String address) {
    boolean covers(String ref) {
      return ref.equals(address) || ref.startsWith(address + "/") || ref.startsWith(address + ":");
    }

    String path(String at) {
      return at.length() <= identity.length() ? "" : at.substring(identity.length() + 1);
    }
  }

  @Override
  public int run(Call call) throws Failure {
    boolean end = call.args().has("--end");
    String reason = call.args().value("--reason", "").strip();
    if (!end && reason.isEmpty()) {
      throw Failure.usage("an exception needs its reason", "add --reason TEXT");
    }
    List<String> words = new ArrayList<>();
    call.operands().forEach(word -> words.add(process(word)));
    Compilation compilation = Definitions.compileToday(call, words);
    if (compilation.hasErrors()) {
      return Definitions.complain(call, compilation);
    }
    LocalDate until = until(call, compilation);
    PlanMaking making = new PlanMaking(call, compilation, Definitions.today(call, compilation));
    LedgerStore store = LiveAccess.store(call, compilation);
    List<Wanted> wanted = new ArrayList<>();
    for (String word : call.operands()) {
      wanted.add(wanted(word, compilation));
    }
    String target = making.access().target();
    try {
      return end
          ? answer(call, "ended", ended(store, target, wanted))
          : answer(call, "kept", kept(store, target, making.live(), wanted, reason, until));
    } catch (LedgerException e) {
      throw Failure.error(
          String.valueOf(e.getMessage()), "procc state rebuild writes a damaged record anew");
    }
  }

  /// `close@2024-Q4` of `close@2024-Q4/entities:dueDate`.
  private static String process(String address) {
    int end = address.length();
    for (char sign : new char[] {'/', ':'}) {
      int at = address.indexOf(sign);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return address.substring(0, end);
  }

  /// A key stands for its only period.
  private static Wanted wanted(String word, Compilation compilation) throws Failure {
    String process = process(word);
    List<String> fitting = new ArrayList<>();
    compilation
        .processes()
        .forEach(one -> {
          if (one.identity().equals(process) || one.identity().startsWith(process + "@")) {
            fitting.add(one.identity());
          }
        });
    if (fitting.size() == 1) {
      String identity = fitting.getFirst();
      return new Wanted(word, identity, identity + word.substring(process.length()));
    }
    throw fitting.isEmpty()
        ? Failure.nothing("\"" + process + "\" is the key of no process", null)
        : Failure.usage(
            "\"" + process + "\" has several periods", "say which: " + String.join(", ", fitting));
  }

  private static @Nullable LocalDate until(Call call, Compilation compilation) throws Failure {
    String given = call.args().value("--until");
    if (given == null) {
      return null;
    }
    LocalDate last = Scalars.date(given);
    LocalDate today = Definitions.today(call, compilation);
    if (last == null) {
      throw Failure.usage("\"" + given + "\" is no date", "write --until 2025-03-31");
    }
    if (last.isBefore(today)) {
      throw Failure.usage(
          "--until " + last + " is over: it is " + today, "name a last day from " + today + " on");
    }
    return last;
  }

  /// Records the edits of a plan that these addresses cover.
  private static List<Row> kept(
      LedgerStore store,
      String target,
      Plan plan,
      List<Wanted> wanted,
      String reason,
      @Nullable LocalDate until)
      throws LedgerException, Failure {
    List<Row> rows = new ArrayList<>();
    for (Wanted one : wanted) {
      List<Kept> news = new ArrayList<>();
      for (FieldChange change : undone(plan, one.identity())) {
        if (one.covers(change.address() + ":" + change.field())) {
          news.add(
              new Kept(
                  one.path(change.address()),
                  change.field(),
                  reason,
                  until == null ? null : until.toString()));
        }
      }
      if (news.isEmpty()) {
        throw none(plan, one);
      }
      LedgerEntry entry = entry(store, target, one);
      List<Kept> all = without(entry, news);
      all.addAll(news);
      store.save(entry.withKept(all), "keep " + one.address());
      news.forEach(kept -> rows.add(new Row(one.identity(), kept)));
    }
    return rows;
  }

  private static List<FieldChange> undone(Plan plan, String identity) {
    List<FieldChange> undone = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      if (process.identity().equals(identity)) {
        process.changes().stream().filter(FieldChange::overwrites).forEach(undone::add);
      }
    }
    return undone;
  }

  private static Failure none(Plan plan, Wanted one) {
    List<String> there = new ArrayList<>();
    undone(plan, one.identity())
        .forEach(change -> there.add(change.address() + ":" + change.field()));
    return Failure.nothing(
        "the plan undoes no edit at \"" + one.word() + "\"",
        there.isEmpty()
            ? "it undoes none of " + one.identity()
            : Spelling.hint(one.address(), there).orElse("it does at " + String.join(", ", there)));
  }

  private static List<Row> ended(LedgerStore store, String target, List<Wanted> wanted)
      throws LedgerException, Failure {
    List<Row> rows = new ArrayList<>();
    for (Wanted one : wanted) {
      LedgerEntry entry = entry(store, target, one);
      List<Kept> over = new ArrayList<>();
      for (Kept kept : entry.kept()) {
        if (one.covers(new Row(one.identity(), kept).ref())) {
          over.add(kept);
        }
      }
      if (over.isEmpty()) {
        throw Failure.nothing(
            "no exception is on record at \"" + one.word() + "\"", "procc log " + one.identity());
      }
      store.save(entry.withKept(without(entry, over)), "end the exception " + one.address());
      over.forEach(kept -> rows.add(new Row(one.identity(), kept)));
    }
    return rows;
  }

  private static LedgerEntry entry(LedgerStore store, String target, Wanted one)
      throws LedgerException, Failure {
    LedgerEntry entry = store.load(target, one.identity()).orElse(null);
    if (entry == null) {
      throw Failure.nothing("nothing is recorded of " + one.identity(), "procc plan");
    }
    if (entry.pending() != null) {
      throw Failure.refused("an apply of it was not ended", "procc apply --resume");
    }
    return entry;
  }

  /// The exceptions of an entry without those on the same fields.
  private static List<Kept> without(LedgerEntry entry, List<Kept> those) {
    List<Kept> left = new ArrayList<>();
    for (Kept old : entry.kept()) {
      if (those.stream()
          .noneMatch(o -> o.path().equals(old.path()) && o.field().equals(old.field()))) {
        left.add(old);
      }
    }
    return left;
  }

  /// An exception of a process.
  record Row(String identity, Kept kept) {
    String address() {
      return kept.path().isEmpty() ? identity : identity + "/" + kept.path();
    }

    String ref() {
      return address() + ":" + kept.field();
    }

    Json toJson() {
      return Json.object()
          .put("address", address())
          .put("field", kept.field())
          .put("reason", kept.reason())
          .putNullable("until", kept.until())
          .build();
    }

    /// `close@2024-Q4:name until 2025-03-31: named so by the auditors`.
    String text() {
      String until = kept.until() == null ? "" : " until " + kept.until();
      return ref() + until + ": " + kept.reason();
    }
  }

  private static int answer(Call call, String word, List<Row> rows) {
    if (call.json()) {
      call.print(
          Exit.OK,
          Json.object().put(word, Json.array(rows.stream().map(Row::toJson).toList())).build());
      return Exit.OK;
    }
    for (Row row : rows) {
      call.println(word + "  " + row.text());
    }
    call.println(
        rows.size()
            + (rows.size() == 1 ? " exception " : " exceptions ")
            + (word.equals("kept") ? "on record" : "taken off the record")
            + ". Next: procc plan");
    return Exit.OK;
  }
}
