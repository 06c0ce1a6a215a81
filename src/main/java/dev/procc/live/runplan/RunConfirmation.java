package dev.procc.live.runplan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.ledger.RunRecord;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.ProjectDay;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.process.Address;
import dev.procc.model.process.ProcessJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The manual steps read back: which steps are done according to the run, and which are open.
///
/// A step is a difference between the definition and its last applied state; it is done if the run
/// shows it.
///
/// @param name of the process, for people
/// @param run the remaining differences of the definition and the run
/// @param done steps that are done according to the run
public record RunConfirmation(String name, RunPlan run, List<ConfirmedStep> done) {
  public RunConfirmation {
    done = List.copyOf(done);
  }

  /// A manual step that is done.
  ///
  /// @param address in the definition, or its last one
  /// @param field `node` for a task that was added or cancelled
  /// @param value what the run shows; null for a task that was cancelled and a field that was
  ///   emptied
  /// @param screen the path through Workiva's screens
  /// @param id of the job run or group run
  /// @param inLedger whether the ledger already has it
  public record ConfirmedStep(
      String address,
      String title,
      String field,
      @Nullable Json value,
      String screen,
      String id,
      boolean inLedger) {
    /// The record for the ledger.
    public RunRecord toRunRecord(String run, String identity, String at) {
      return new RunRecord(
          run, Address.path(identity, address), field, id, FieldHash.of(value), at);
    }
  }

  /// Whether no manual step is left.
  public boolean isComplete() {
    return run.manualSteps().isEmpty();
  }

  /// @param entry of the process
  /// @param runTree the run
  /// @param day on which waivers have to be valid
  public static RunConfirmation of(
      DesiredProcess desired, LedgerEntry entry, RunTree runTree, ProjectDay day) {
    RunComparison comparison = new RunComparison(desired, entry, runTree, day);
    RunPlan run = RunPlanner.report(comparison);
    return new RunConfirmation(
        runTree.name(), run, new ConfirmedStepSearch(comparison, entry).all());
  }

  private static final class ConfirmedStepSearch {
    private final RunComparison comparison;
    private final LedgerEntry entry;
    private final List<ConfirmedStep> steps = new ArrayList<>();

    ConfirmedStepSearch(RunComparison comparison, LedgerEntry entry) {
      this.comparison = comparison;
      this.entry = entry;
    }

    List<ConfirmedStep> all() {
      for (ProcessTree.PlacedNode place : comparison.definition().nodes()) {
        ProcessTree.PlacedNode there = comparison.runPlace(place.ref());
        if (there != null) {
          addPair(place, there);
        }
      }
      for (NodeRecord line : entry.nodes()) {
        addCancelled(line);
      }
      return steps;
    }

    private void addPair(ProcessTree.PlacedNode place, ProcessTree.PlacedNode there) {
      boolean job = place.node() instanceof ProcessJob;
      boolean recorded = comparison.lastApplied().sentHash(place.ref(), anyField(place)) != null;
      if (job && !recorded && comparison.run().runNode(there.ref()).sourceId().isEmpty()) {
        if (!showsAll(place, there)) {
          return;
        }
        add(
            place.ref(),
            place,
            RunRecord.NODE,
            RunComparison.jobBody(place),
            WorkivaScreens.ADD,
            there.ref());
        return;
      }
      for (Map.Entry<FieldSpec, Json> field : place.node().fields().entrySet()) {
        String name = field.getKey().name();
        String sent = comparison.lastApplied().sentHash(place.ref(), name);
        boolean changed = recorded && !FieldHash.of(field.getValue()).equals(sent);
        if (changed && Objects.equals(there.node().get(field.getKey()), field.getValue())) {
          String screen =
              job ? WorkivaScreens.action(field.getKey()) : WorkivaScreens.group(field.getKey());
          add(place.ref(), place, name, field.getValue(), screen, there.ref());
        }
      }
    }

    private static boolean showsAll(ProcessTree.PlacedNode place, ProcessTree.PlacedNode there) {
      return place.node().fields().entrySet().stream()
          .allMatch(field -> field.getValue().equals(there.node().get(field.getKey())));
    }

    private static String anyField(ProcessTree.PlacedNode place) {
      return (place.node() instanceof ProcessJob ? FieldRole.TITLE : FieldRole.NAME).fieldName();
    }

    /// Adds a task that was applied, is removed from the definition, and is cancelled in the run.
    private void addCancelled(NodeRecord line) {
      String address = Address.of(entry.identity(), line.path());
      if (comparison.definition().get(address) != null) {
        return;
      }
      for (ProcessTree.PlacedNode there : comparison.run().tree().nodes()) {
        RunTree.RunNode item = comparison.run().runNode(there.ref());
        if (there.node() instanceof ProcessJob
            && line.id().equals(item.sourceId())
            && item.state().equals("cancelled")) {
          steps.add(
              new ConfirmedStep(
                  address,
                  NodeMatcher.nodeName(there.node()),
                  RunRecord.NODE,
                  null,
                  WorkivaScreens.CANCEL,
                  there.ref(),
                  isInLedger(address, RunRecord.NODE, null)));
        }
      }
    }

    private void add(
        String address,
        ProcessTree.PlacedNode place,
        String field,
        Json value,
        String screen,
        String id) {
      steps.add(
          new ConfirmedStep(
              address,
              NodeMatcher.nodeName(place.node()),
              field,
              value,
              screen,
              id,
              isInLedger(address, field, value)));
    }

    private boolean isInLedger(String address, String field, @Nullable Json value) {
      String path = Address.path(entry.identity(), address);
      for (RunRecord one : entry.history().runRecords()) {
        if (one.runId().equals(comparison.run().id())
            && one.path().equals(path)
            && one.field().equals(field)
            && one.hash().equals(FieldHash.of(value))) {
          return true;
        }
      }
      return false;
    }
  }
}
