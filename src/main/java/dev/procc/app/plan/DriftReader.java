package dev.procc.app.plan;

import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.KnownDriftDecl;
import dev.procc.language.check.suppression.AddressGlob;
import dev.procc.language.compile.Compilation;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.DriftWaivers;
import dev.procc.live.plan.compare.LedgerLastApplied;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.process.Address;
import dev.procc.view.live.DriftReport;
import dev.procc.view.live.DriftReport.DriftRow;
import dev.procc.view.live.DriftReport.DriftedProcess;
import dev.procc.view.live.DriftReport.KnownDrift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The reader of the drift in a plan, with what is known about it: entries of `drift` in the
/// project file, and waivers of `procc keep`.
public final class DriftReader {
  private final List<KnownDriftDecl> entries;
  private final List<LedgerEntry> ledger;
  private final LocalDate asOf;
  private final boolean complete;
  private final Compilation compilation;
  private final Map<String, LastApplied> names = new HashMap<>();
  private final Set<KnownDriftDecl> used = new HashSet<>();

  /// The entries that ended and that an edit still needs.
  private final Set<KnownDriftDecl> missed = new HashSet<>();

  /// @param ledger the entries of the target
  /// @param asOf the day on which entries and waivers have to be valid
  /// @param complete whether the whole project was planned, so that an entry without drift is
  ///   unnecessary
  public DriftReader(
      Compilation compilation, List<LedgerEntry> ledger, LocalDate asOf, boolean complete) {
    this.compilation = compilation;
    ProjectDecl settings = compilation.settings();
    entries = settings == null ? List.of() : settings.live().drift();
    this.ledger = List.copyOf(ledger);
    this.asOf = asOf;
    this.complete = complete;
  }

  /// The drift of a plan against live processes.
  public DriftReport read(Plan plan) {
    List<DriftedProcess> processes = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      boolean gone =
          process.refusals().stream()
              .anyMatch(refusal -> refusal.rule().equals(SafetyRule.MISSING.word()));
      List<DriftRow> rows = new ArrayList<>();
      for (FieldChange change : process.drift()) {
        rows.add(new DriftRow(change, known(process.identity(), change)));
      }
      if (gone || !rows.isEmpty()) {
        processes.add(new DriftedProcess(process, gone, rows));
      }
    }
    List<String> unrecorded =
        plan.processes().stream()
            .filter(process -> !process.live().inLedger())
            .map(ProcessPlan::identity)
            .toList();
    return new DriftReport(plan.target(), asOf, processes, unrecorded, notes(), plan.names());
  }

  /// What is known of an edit, by the entry or waiver that holds longest; null for nothing.
  private @Nullable KnownDrift known(String identity, FieldChange change) {
    String ref = change.address() + ":" + change.field();
    List<KnownDriftDecl> over = new ArrayList<>();
    KnownDrift known = null;
    for (KnownDriftDecl entry : entries) {
      if (AddressGlob.covers(entry.at().value(), ref)) {
        used.add(entry);
        if (isOver(entry)) {
          over.add(entry);
        } else {
          String place = entry.span().pathAndLine();
          known = longer(known, new KnownDrift(entry.reason().value(), until(entry), place));
        }
      }
    }
    for (LedgerEntry entry : ledger) {
      for (DriftWaiver waiver : entry.waivers()) {
        if (entry.identity().equals(identity)
            && currentRef(entry, waiver).equals(ref)
            && !DriftWaivers.isExpired(waiver, asOf)) {
          String by = waiver.by();
          String place = by == null ? "procc keep" : "procc keep by " + by;
          known = longer(known, new KnownDrift(waiver.reason(), waiver.until(), place));
        }
      }
    }
    if (known == null) {
      missed.addAll(over);
    }
    return known;
  }

  private static KnownDrift longer(@Nullable KnownDrift known, KnownDrift other) {
    String end = known == null ? null : known.until();
    String until = other.until();
    boolean isLonger = end != null && (until == null || until.compareTo(end) > 0);
    return known == null || isLonger ? other : known;
  }

  /// The address of a waiver, by the keys of the definition.
  private String currentRef(LedgerEntry entry, DriftWaiver waiver) {
    String address = Address.of(entry.identity(), waiver.path());
    LastApplied lastApplied =
        names.computeIfAbsent(
            entry.identity(),
            identity ->
                compilation.processes().stream()
                    .filter(process -> process.identity().equals(identity))
                    .findFirst()
                    .map(DesiredProcesses::of)
                    .map(desired -> LedgerLastApplied.of(DefinitionTrees.of(desired), entry))
                    .orElse(LastApplied.NONE));
    return lastApplied.currentAddress(address) + ":" + waiver.field();
  }

  private static @Nullable String until(KnownDriftDecl entry) {
    return entry.until() == null ? null : entry.until().value();
  }

  private boolean isOver(KnownDriftDecl entry) {
    String until = until(entry);
    return until != null && until.compareTo(asOf.toString()) < 0;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (KnownDriftDecl entry : entries) {
      String place = entry.span().pathAndLine() + ": \"" + entry.at().value() + "\" ";
      if (complete && !used.contains(entry)) {
        notes.add(place + "matches no edit; remove the entry");
      } else if (used.contains(entry) && isOver(entry)) {
        String way =
            missed.contains(entry)
                ? "settle the edit, or give a later day"
                : "remove the entry: the edit is known otherwise";
        notes.add(place + "ended on " + until(entry) + "; " + way);
      }
    }
    return notes;
  }
}
