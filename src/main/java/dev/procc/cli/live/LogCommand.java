package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.ProcessLookup;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.project.Project;
import dev.procc.live.evidence.EvidenceLog;
import dev.procc.live.evidence.EvidenceLog.LoggedRecord;
import dev.procc.live.evidence.EvidenceRecordText;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.view.live.EvidenceText;
import dev.procc.view.live.WaiverRow;
import dev.procc.view.plan.facts.WaysText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `procc log`: lists the applies of a process from its evidence records, and what happened between
/// them that was not procc's.
public final class LogCommand extends Command {
  public LogCommand() {
    super(CommandGroup.WATCH, "log", "show every apply of a process");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--record", "NUMBER", "show this record in full, the first is 1"))
        .formats("text", "json")
        .operands("KEY", 1, 1)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    Each apply leaves a record with the hash of the one before it. A revision that moved between two
    of them was moved by somebody else; a record that was changed or taken out breaks the chain, and
    the exit is 6. A record says who asked and approved, what changed from what to what, what a flag
    lifted, each call and what was read back.

    Examples:
      procc log close@2024-Q4 --record 2
    """;
  }

  /// The processes that have records, for a hint.
  private static String known(LedgerStore store, String target) {
    try {
      List<String> all = new ArrayList<>();
      store.list(target).forEach(entry -> all.add(entry.identity()));
      return all.isEmpty() || all.size() > 20
          ? "an apply that changes it leaves one"
          : "known: " + String.join(", ", all);
    } catch (LedgerException e) {
      return "an apply that changes it leaves one";
    }
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    ProjectSession session = ProjectSession.open(ProjectArguments.request(invocation, List.of()));
    TargetConnection access = TargetConnection.of(session, session.compile(null), invocation::note);
    String identity = resolveIdentity(session.project(), invocation.operands().getFirst());
    LedgerStore store = access.ledgerStore();
    @Nullable LedgerEntry entry = entryOrNull(invocation, store, access.target(), identity);
    EvidenceLog log =
        EvidenceLog.read(
            access.evidenceStore(store),
            access.target(),
            identity,
            entry,
            invocation.env().clock().instant());
    if (log.records().isEmpty() && log.chainErrors().isEmpty()) {
      throw Failure.noMatch(
          "there is no record of \"" + identity + "\" on target " + access.target(),
          known(store, access.target()));
    }
    String number = invocation.args().value("--record");
    int exit = log.chainErrors().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    if (number != null) {
      printRecord(invocation, exit, log, record(log, number));
    } else if (invocation.isJson()) {
      invocation.print(exit, EvidenceText.json(log, waivers(entry)));
    } else {
      invocation.print(EvidenceText.render(log, waivers(entry)));
    }
    return exit;
  }

  /// The identity of a process; a key stands for its only period.
  private static String resolveIdentity(Project project, String word) {
    List<String> identities = new ArrayList<>();
    project.instances().forEach(instance -> identities.add(instance.identity()));
    List<String> fitting = ProcessLookup.find(word, identities);
    return fitting.size() == 1 ? fitting.getFirst() : word;
  }

  /// The ledger entry; null if it cannot be read, so that the log is still shown.
  private static @Nullable LedgerEntry entryOrNull(
      Invocation invocation, LedgerStore store, String target, String identity) {
    try {
      return store.load(target, identity).orElse(null);
    } catch (LedgerException e) {
      invocation.note(
          "waivers and the end of the chain of records are not known: " + e.getMessage());
      return null;
    }
  }

  /// The waivers: edits made in Workiva that stay.
  private static List<WaiverRow> waivers(@Nullable LedgerEntry entry) {
    List<WaiverRow> rows = new ArrayList<>();
    if (entry != null) {
      entry.waivers().forEach(kept -> rows.add(WaiverRow.recorded(entry.identity(), kept)));
    }
    return rows;
  }

  private static Json.Obj record(EvidenceLog log, String number) throws Failure {
    boolean digits = number.matches("[0-9]{1,6}");
    int at = digits ? Integer.parseInt(number) : 0;
    for (LoggedRecord record : log.records()) {
      if (record.number() == at && at > 0) {
        return record.json();
      }
    }
    throw Failure.usage("there is no record \"" + number + "\"", "procc log lists them");
  }

  private static void printRecord(
      Invocation invocation, int exit, EvidenceLog log, Json.Obj record) {
    if (invocation.isJson()) {
      invocation.print(
          exit,
          record
              .without("formatVersion")
              .with("broken", Json.texts(log.chainErrors()))
              .with("repair", WaysText.json(log.repair(), "effect")));
    } else {
      invocation.printLines(EvidenceRecordText.render(record) + EvidenceText.verdict(log));
    }
  }
}
