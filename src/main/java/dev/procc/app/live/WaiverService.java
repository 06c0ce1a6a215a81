package dev.procc.app.live;

import dev.procc.app.Failure;
import dev.procc.app.ProcessLookup;
import dev.procc.app.plan.DesiredProcesses;
import dev.procc.base.finding.Spelling;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.evidence.HandSteps;
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.LedgerLastApplied;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.process.Address;
import dev.procc.view.live.WaiverRow;
import dev.procc.view.plan.facts.PlanLabels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The service for waivers of drift: it records them in the ledger, for what a plan would undo or
/// leave although the definition differs, and ends them.
public final class WaiverService {
  private final LedgerStore store;
  private final String target;
  private final HandSteps hands;

  public WaiverService(LedgerStore store, String target, HandSteps hands) {
    this.store = store;
    this.target = target;
    this.hands = hands;
  }

  /// The address that a waiver covers: a field, or a node or process with everything in it.
  ///
  /// @param word as it was given
  /// @param identity of the process
  /// @param address with the period, `close@2024-Q4/entities:dueDate`
  /// @param process with that identity
  public record KeepAddress(String word, String identity, String address, CompiledProcess process) {
    boolean covers(String ref) {
      return ref.equals(address) || ref.startsWith(address + "/") || ref.startsWith(address + ":");
    }

    /// The waivers of an entry, whose nodes have the keys of the last apply, by the current
    /// addresses.
    List<DriftWaiver> waivers(LedgerEntry entry) {
      return renamed(entry.waivers(), lastApplied(entry)::currentAddress);
    }

    LedgerEntry with(LedgerEntry entry, List<DriftWaiver> waivers) {
      return entry.withWaivers(renamed(waivers, lastApplied(entry)::recordedAddress));
    }

    private LastApplied lastApplied(LedgerEntry entry) {
      return LedgerLastApplied.of(DefinitionTrees.of(DesiredProcesses.of(process)), entry);
    }

    private List<DriftWaiver> renamed(List<DriftWaiver> waivers, UnaryOperator<String> names) {
      List<DriftWaiver> renamed = new ArrayList<>();
      for (DriftWaiver one : waivers) {
        String address = names.apply(Address.of(identity, one.path()));
        renamed.add(one.withPath(Address.path(identity, address)));
      }
      return renamed;
    }
  }

  /// `close@2024-Q4` for `close@2024-Q4/entities:dueDate`.
  public static String processPart(String address) {
    int end = address.length();
    for (char sign : new char[] {'/', ':'}) {
      int at = address.indexOf(sign);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return address.substring(0, end);
  }

  /// The address of a word, in which a key stands for its only period.
  ///
  /// @throws Failure if it stands for no process, or for several periods
  public static KeepAddress resolve(String word, Compilation compilation) throws Failure {
    String process = processPart(word);
    List<String> identities = new ArrayList<>();
    compilation.processes().forEach(one -> identities.add(one.identity()));
    List<String> fitting = ProcessLookup.find(process, identities);
    if (fitting.size() == 1) {
      String identity = fitting.getFirst();
      CompiledProcess compiled = compilation.processes().get(identities.indexOf(identity));
      return new KeepAddress(word, identity, identity + word.substring(process.length()), compiled);
    }
    throw fitting.isEmpty()
        ? Failure.noMatch("\"" + process + "\" is the key of no process", null)
        : Failure.usage(
            "\"" + process + "\" has several periods", "say which: " + String.join(", ", fitting));
  }

  /// Records waivers for the drift of a plan that these addresses cover. A waiver that is already
  /// valid for as long stays, unless its field is named.
  ///
  /// @param until the last day; null if there is no end
  public List<WaiverRow> record(
      Plan plan, List<KeepAddress> wanted, String reason, @Nullable LocalDate until)
      throws LedgerException, Failure, ApplyException {
    Waived waived = new Waived(reason, until == null ? null : until.toString(), hands.requester());
    // If one address covers nothing, none of them is recorded.
    for (KeepAddress one : wanted) {
      List<String> held = new ArrayList<>();
      if (added(plan, one, one.waivers(ledgerEntry(one)), waived, held).isEmpty()) {
        throw held.isEmpty() ? nothingToKeep(plan, one) : nothingNew(one, held);
      }
    }
    List<WaiverRow> rows = new ArrayList<>();
    for (KeepAddress one : wanted) {
      LedgerEntry entry = ledgerEntry(one);
      List<DriftWaiver> before = one.waivers(entry);
      List<DriftWaiver> added = added(plan, one, before, waived, new ArrayList<>());
      if (!added.isEmpty()) {
        List<DriftWaiver> all = without(before, added);
        all.addAll(added);
        List<WaiverRow> kept = rows(plan, one.identity(), added);
        save(one.with(entry, all), "Kept", kept, "keep " + one.address());
        rows.addAll(kept);
      }
    }
    return rows;
  }

  /// @param until the last day; null if there is no end
  private record Waived(String reason, @Nullable String until, String by) {}

  /// The waivers that an address adds.
  ///
  /// @param before the recorded waivers
  /// @param held receives the fields that the address covers and that already have a waiver
  private static List<DriftWaiver> added(
      Plan plan, KeepAddress one, List<DriftWaiver> before, Waived waived, List<String> held) {
    List<DriftWaiver> added = new ArrayList<>();
    for (FieldChange change : contestedChanges(plan, one.identity())) {
      String ref = change.address() + ":" + change.field();
      if (one.covers(ref)) {
        DriftWaiver waiver =
            new DriftWaiver(
                Address.path(one.identity(), change.address()),
                change.field(),
                waived.reason(),
                waived.until(),
                waived.by());
        if (ref.equals(one.address()) || !holdsAsLong(before, waiver)) {
          added.add(waiver);
        } else {
          held.add(ref);
        }
      }
    }
    return added;
  }

  private static boolean holdsAsLong(List<DriftWaiver> before, DriftWaiver waiver) {
    String until = waiver.until();
    for (DriftWaiver old : before) {
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
        contested.addAll(process.drift());
      }
    }
    return contested;
  }

  /// The waivers with what is in Workiva.
  private static List<WaiverRow> rows(Plan plan, String identity, List<DriftWaiver> added) {
    PlanLabels labels = new PlanLabels(plan);
    List<WaiverRow> rows = new ArrayList<>();
    for (DriftWaiver waiver : added) {
      for (FieldChange change : contestedChanges(plan, identity)) {
        if (Address.path(identity, change.address()).equals(waiver.path())
            && change.field().equals(waiver.field())) {
          rows.add(WaiverRow.of(identity, waiver, change, labels));
        }
      }
    }
    return rows;
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

  private static Failure nothingNew(KeepAddress one, List<String> held) {
    return Failure.noMatch(
        "a waiver that holds as long is on record of each edit at \"" + one.word() + "\"",
        "name the field to change it: " + String.join(", ", held));
  }

  /// Ends the waivers that these addresses cover.
  public List<WaiverRow> end(List<KeepAddress> wanted)
      throws LedgerException, Failure, ApplyException {
    for (KeepAddress one : wanted) {
      if (covered(one, one.waivers(ledgerEntry(one))).isEmpty()) {
        throw Failure.noMatch(
            "no waiver is on record at \"" + one.word() + "\"", "procc log " + one.identity());
      }
    }
    List<WaiverRow> rows = new ArrayList<>();
    for (KeepAddress one : wanted) {
      LedgerEntry entry = ledgerEntry(one);
      List<DriftWaiver> before = one.waivers(entry);
      List<DriftWaiver> ended = covered(one, before);
      if (!ended.isEmpty()) {
        List<WaiverRow> over = new ArrayList<>();
        ended.forEach(waiver -> over.add(WaiverRow.recorded(one.identity(), waiver)));
        save(
            one.with(entry, without(before, ended)),
            "No longer kept",
            over,
            "end the waiver " + one.address());
        rows.addAll(over);
      }
    }
    return rows;
  }

  private static List<DriftWaiver> covered(KeepAddress one, List<DriftWaiver> waivers) {
    List<DriftWaiver> covered = new ArrayList<>();
    for (DriftWaiver kept : waivers) {
      if (one.covers(WaiverRow.recorded(one.identity(), kept).ref())) {
        covered.add(kept);
      }
    }
    return covered;
  }

  private void save(LedgerEntry entry, String word, List<WaiverRow> changed, String note)
      throws LedgerException, ApplyException {
    List<String> texts = new ArrayList<>();
    changed.forEach(row -> texts.add(row.text()));
    store.save(hands.owing(entry, "keep", note), note);
    hands.record(entry, "keep", word + ": " + String.join("; ", texts));
  }

  /// The number of waivers on record, for all processes.
  public int count() throws LedgerException {
    int n = 0;
    for (LedgerEntry entry : store.list(target)) {
      n += entry.waivers().size();
    }
    return n;
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

  /// The waivers without those for the same fields.
  private static List<DriftWaiver> without(List<DriftWaiver> all, List<DriftWaiver> those) {
    List<DriftWaiver> left = new ArrayList<>();
    for (DriftWaiver old : all) {
      if (those.stream()
          .noneMatch(o -> o.path().equals(old.path()) && o.field().equals(old.field()))) {
        left.add(old);
      }
    }
    return left;
  }
}
