package dev.procc.app.live;

import dev.procc.app.Failure;
import dev.procc.app.ProcessLookup;
import dev.procc.base.finding.Spelling;
import dev.procc.language.compile.Compilation;
import dev.procc.live.evidence.HandSteps;
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.view.live.WaiverRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Waivers of edits made in Workiva: recorded in the ledger from what a plan would undo or leave
/// beside the definition, and ended.
public final class WaiverService {
  private final LedgerStore store;
  private final String target;
  private final HandSteps hands;

  public WaiverService(LedgerStore store, String target, HandSteps hands) {
    this.store = store;
    this.target = target;
    this.hands = hands;
  }

  /// What a waiver is of: a field, or a node or process with everything in it.
  ///
  /// @param word as it was given
  /// @param identity the process
  /// @param address with the period, `close@2024-Q4/entities:dueDate`
  public record KeepAddress(String word, String identity, String address) {
    boolean covers(String ref) {
      return ref.equals(address) || ref.startsWith(address + "/") || ref.startsWith(address + ":");
    }

    String path(String at) {
      return at.length() <= identity.length() ? "" : at.substring(identity.length() + 1);
    }
  }

  /// `close@2024-Q4` of `close@2024-Q4/entities:dueDate`.
  public static String processPart(String address) {
    int end = address.length();
    for (char sign : new char[] {'/', ':'}) {
      int at = address.indexOf(sign);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return address.substring(0, end);
  }

  /// A key stands for its only period.
  ///
  /// @throws Failure if no process, or several periods of one, are meant
  public static KeepAddress resolve(String word, Compilation compilation) throws Failure {
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

  /// Records that the edits of a plan that these addresses cover stay. An exception that holds
  /// already, and as long, is left as it is, unless its field is named.
  ///
  /// @param until the last day; null if they stay until they are ended
  public List<WaiverRow> record(
      Plan plan, List<KeepAddress> wanted, String reason, @Nullable LocalDate until)
      throws LedgerException, Failure, ApplyException {
    List<WaiverRow> rows = new ArrayList<>();
    for (KeepAddress one : wanted) {
      LedgerEntry entry = ledgerEntry(one);
      List<DriftWaiver> added = new ArrayList<>();
      List<String> held = new ArrayList<>();
      for (FieldChange change : contestedChanges(plan, one.identity())) {
        String ref = change.address() + ":" + change.field();
        if (one.covers(ref)) {
          DriftWaiver waiver =
              new DriftWaiver(
                  one.path(change.address()),
                  change.field(),
                  reason,
                  until == null ? null : until.toString());
          if (ref.equals(one.address()) || !holdsAsLong(entry, waiver)) {
            added.add(waiver);
          } else {
            held.add(ref);
          }
        }
      }
      if (added.isEmpty()) {
        throw held.isEmpty()
            ? nothingToKeep(plan, one)
            : Failure.noMatch(
                "an exception that holds as long is on record of each edit at \""
                    + one.word()
                    + "\"",
                "name the field to change it: " + String.join(", ", held));
      }
      List<DriftWaiver> all = without(entry, added);
      all.addAll(added);
      save(entry.withWaivers(all), one, "Kept", added, "keep " + one.address());
      added.forEach(kept -> rows.add(new WaiverRow(one.identity(), kept)));
    }
    return rows;
  }

  private static boolean holdsAsLong(LedgerEntry entry, DriftWaiver waiver) {
    String until = waiver.until();
    for (DriftWaiver old : entry.waivers()) {
      if (old.path().equals(waiver.path()) && old.field().equals(waiver.field())) {
        String oldUntil = old.until();
        return oldUntil == null || until != null && oldUntil.compareTo(until) >= 0;
      }
    }
    return false;
  }

  private static List<FieldChange> contestedChanges(Plan plan, String identity) {
    List<FieldChange> contested = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      if (process.identity().equals(identity)) {
        process.changes().stream().filter(FieldChange::isContestedDrift).forEach(contested::add);
      }
    }
    return contested;
  }

  private static Failure nothingToKeep(Plan plan, KeepAddress one) {
    List<String> there = new ArrayList<>();
    contestedChanges(plan, one.identity())
        .forEach(change -> there.add(change.address() + ":" + change.field()));
    return Failure.noMatch(
        "no edit made in Workiva differs from the definition at \"" + one.word() + "\"",
        there.isEmpty()
            ? "none does in " + one.identity()
            : Spelling.hint(one.address(), there)
                .orElse("one does at " + String.join(", ", there)));
  }

  /// Ends the waivers that these addresses cover.
  public List<WaiverRow> end(List<KeepAddress> wanted)
      throws LedgerException, Failure, ApplyException {
    List<WaiverRow> rows = new ArrayList<>();
    for (KeepAddress one : wanted) {
      LedgerEntry entry = ledgerEntry(one);
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
      LedgerEntry left = entry.withWaivers(without(entry, ended));
      save(left, one, "No longer kept", ended, "end the exception " + one.address());
      ended.forEach(kept -> rows.add(new WaiverRow(one.identity(), kept)));
    }
    return rows;
  }

  private void save(
      LedgerEntry entry, KeepAddress one, String word, List<DriftWaiver> changed, String note)
      throws LedgerException, ApplyException {
    List<String> texts = new ArrayList<>();
    changed.forEach(waiver -> texts.add(new WaiverRow(one.identity(), waiver).text()));
    store.save(hands.owing(entry, "keep", note), note);
    hands.record(entry, "keep", word + ": " + String.join("; ", texts));
  }

  private LedgerEntry ledgerEntry(KeepAddress one) throws LedgerException, Failure, ApplyException {
    hands.prepare(target, one.identity());
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
}
