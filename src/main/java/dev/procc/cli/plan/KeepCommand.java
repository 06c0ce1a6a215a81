package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.ProcessLookup;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.plan.PlanRequest;
import dev.procc.app.plan.PlanService;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Spelling;
import dev.procc.base.json.Json;
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
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.view.live.WaiverRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `procc keep`: lets edits made in Workiva stay although the definition says otherwise, by an
/// exception on record with its reason and its last day.
public final class KeepCommand implements Command {
  @Override
  public String name() {
    return "keep";
  }

  @Override
  public String summary() {
    return "let an edit made in Workiva stay, by an exception on record";
  }

  @Override
  public CommandGroup group() {
    return CommandGroup.LIVE;
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--reason", "TEXT", "why it stays, for whoever reads the plan"),
            Option.value(
                "--until", "DATE", "the last day of the exception; without it, until --end"),
            Option.flag("--end", "end exceptions: the edits count as undone again"),
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

  /// An address of the command line: of which process, and what is in it.
  private record KeepAddress(String word, String identity, String address) {
    boolean covers(String ref) {
      return ref.equals(address) || ref.startsWith(address + "/") || ref.startsWith(address + ":");
    }

    String path(String at) {
      return at.length() <= identity.length() ? "" : at.substring(identity.length() + 1);
    }
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    boolean end = invocation.args().has("--end");
    String reason = invocation.args().value("--reason", "").strip();
    if (!end && reason.isEmpty()) {
      throw Failure.usage("an exception needs its reason", "add --reason TEXT");
    }
    List<String> words = new ArrayList<>();
    invocation.operands().forEach(word -> words.add(processPart(word)));
    ProjectSession session = ProjectSession.open(ProjectArguments.request(invocation, words));
    LocalDate today = session.today();
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
    List<KeepAddress> wanted = new ArrayList<>();
    for (String word : invocation.operands()) {
      wanted.add(resolveAddress(word, compilation));
    }
    String target = connection.target();
    try {
      return end
          ? report(invocation, "ended", endWaivers(store, target, wanted))
          : report(
              invocation,
              "kept",
              recordWaivers(store, target, service.planLive(), wanted, reason, until));
    } catch (LedgerException e) {
      throw Failure.error(
          String.valueOf(e.getMessage()), "procc state rebuild writes a damaged record anew");
    }
  }

  /// `close@2024-Q4` of `close@2024-Q4/entities:dueDate`.
  private static String processPart(String address) {
    int end = address.length();
    for (char sign : new char[] {'/', ':'}) {
      int at = address.indexOf(sign);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return address.substring(0, end);
  }

  /// A key stands for its only period.
  private static KeepAddress resolveAddress(String word, Compilation compilation) throws Failure {
    String process = processPart(word);
    List<String> identities = new ArrayList<>();
    compilation.processes().forEach(one -> identities.add(one.identity()));
    List<String> fitting = ProcessLookup.find(process, identities);
    if (fitting.size() == 1) {
      String identity = fitting.getFirst();
      return new KeepAddress(word, identity, identity + word.substring(process.length()));
    }
    throw fitting.isEmpty()
        ? Failure.noMatch("\"" + process + "\" is the key of no process", null)
        : Failure.usage(
            "\"" + process + "\" has several periods", "say which: " + String.join(", ", fitting));
  }

  private static @Nullable LocalDate until(Invocation invocation, LocalDate today) throws Failure {
    String given = invocation.args().value("--until");
    if (given == null) {
      return null;
    }
    LocalDate last = ScalarValues.date(given);
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
  private static List<WaiverRow> recordWaivers(
      LedgerStore store,
      String target,
      Plan plan,
      List<KeepAddress> wanted,
      String reason,
      @Nullable LocalDate until)
      throws LedgerException, Failure {
    List<WaiverRow> rows = new ArrayList<>();
    for (KeepAddress one : wanted) {
      List<DriftWaiver> added = new ArrayList<>();
      for (FieldChange change : overwrittenChanges(plan, one.identity())) {
        if (one.covers(change.address() + ":" + change.field())) {
          added.add(
              new DriftWaiver(
                  one.path(change.address()),
                  change.field(),
                  reason,
                  until == null ? null : until.toString()));
        }
      }
      if (added.isEmpty()) {
        throw nothingToKeep(plan, one);
      }
      LedgerEntry entry = ledgerEntry(store, target, one);
      List<DriftWaiver> all = without(entry, added);
      all.addAll(added);
      store.save(entry.withWaivers(all), "keep " + one.address());
      added.forEach(kept -> rows.add(new WaiverRow(one.identity(), kept)));
    }
    return rows;
  }

  private static List<FieldChange> overwrittenChanges(Plan plan, String identity) {
    List<FieldChange> undone = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      if (process.identity().equals(identity)) {
        process.changes().stream().filter(c -> c.origin().overwritesDrift()).forEach(undone::add);
      }
    }
    return undone;
  }

  private static Failure nothingToKeep(Plan plan, KeepAddress one) {
    List<String> there = new ArrayList<>();
    overwrittenChanges(plan, one.identity())
        .forEach(change -> there.add(change.address() + ":" + change.field()));
    return Failure.noMatch(
        "the plan undoes no edit at \"" + one.word() + "\"",
        there.isEmpty()
            ? "it undoes none of " + one.identity()
            : Spelling.hint(one.address(), there).orElse("it does at " + String.join(", ", there)));
  }

  private static List<WaiverRow> endWaivers(
      LedgerStore store, String target, List<KeepAddress> wanted) throws LedgerException, Failure {
    List<WaiverRow> rows = new ArrayList<>();
    for (KeepAddress one : wanted) {
      LedgerEntry entry = ledgerEntry(store, target, one);
      List<DriftWaiver> ended = new ArrayList<>();
      for (DriftWaiver kept : entry.waivers()) {
        if (one.covers(new WaiverRow(one.identity(), kept).ref())) {
          ended.add(kept);
        }
      }
      if (ended.isEmpty()) {
        throw Failure.noMatch(
            "no exception is on record at \"" + one.word() + "\"", "procc log " + one.identity());
      }
      store.save(entry.withWaivers(without(entry, ended)), "end the exception " + one.address());
      ended.forEach(kept -> rows.add(new WaiverRow(one.identity(), kept)));
    }
    return rows;
  }

  private static LedgerEntry ledgerEntry(LedgerStore store, String target, KeepAddress one)
      throws LedgerException, Failure {
    LedgerEntry entry = store.load(target, one.identity()).orElse(null);
    if (entry == null) {
      throw Failure.noMatch("nothing is recorded of " + one.identity(), "procc plan");
    }
    if (entry.pending() != null) {
      throw Failure.refused("an apply of it was not ended", "procc apply --resume");
    }
    return entry;
  }

  /// The exceptions of an entry without those on the same fields.
  private static List<DriftWaiver> without(LedgerEntry entry, List<DriftWaiver> those) {
    List<DriftWaiver> left = new ArrayList<>();
    for (DriftWaiver old : entry.waivers()) {
      if (those.stream()
          .noneMatch(o -> o.path().equals(old.path()) && o.field().equals(old.field()))) {
        left.add(old);
      }
    }
    return left;
  }

  private static int report(Invocation invocation, String word, List<WaiverRow> rows) {
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
    invocation.println(
        rows.size()
            + (rows.size() == 1 ? " exception " : " exceptions ")
            + (word.equals("kept") ? "on record" : "taken off the record")
            + ". Next: procc plan");
    return ExitCode.OK;
  }
}
