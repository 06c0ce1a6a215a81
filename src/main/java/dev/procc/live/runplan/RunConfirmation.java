package dev.procc.live.runplan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.ledger.RunRecord;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.process.Address;
import dev.procc.model.process.ProcessJob;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The manual steps read back: which steps a run shows to be done, and which are open.
///
/// A step is known by what the definition says now and did not say at the last apply; it is done
/// where the run shows it.
///
/// @param name of the process, for people
/// @param run how the definition and the run still differ
/// @param done steps that the run shows to be done
public record RunConfirmation(String name, RunPlan run, List<ConfirmedStep> done) {
  public RunConfirmation {
    done = List.copyOf(done);
  }

  /// One step that is done.
  ///
  /// @param address in the definition, or that it had
  /// @param field `node` of a task that was added or cancelled
  /// @param value what the run shows; null of a task that was cancelled, and of a field that was
  ///   emptied
  /// @param screen the words of Workiva's screens that lead there
  /// @param id of the job run or group run
  /// @param inLedger whether the ledger has it already
  public record ConfirmedStep(
      String address,
      String title,
      String field,
      @Nullable Json value,
      String screen,
      String id,
      boolean inLedger) {
    /// As the ledger notes it.
    public RunRecord toRunRecord(String run, String identity, String at) {
      return new RunRecord(
          run, Address.path(identity, address), field, id, FieldHash.of(value), at);
    }
  }

  /// Whether nothing is left to do by hand.
  public boolean isComplete() {
    return run.manualSteps().isEmpty();
  }

  /// @param entry what the ledger knows of the process
  /// @param runTree the run
  /// @param asOf the day on which waivers must still hold
  public static RunConfirmation of(
      DesiredProcess desired, LedgerEntry entry, RunTree runTree, LocalDate asOf) {
    RunComparison comparison = new RunComparison(desired, entry, runTree, asOf);
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

    /// A task that was applied, is gone from the definition and is cancelled in the run.
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
