package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Matcher;
import dev.procc.live.diff.Tree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.InRun;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeLine;
import dev.procc.live.planfile.RunPlan;
import dev.procc.model.catalog.Field;
import dev.procc.model.process.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The list for hands read back: which steps a run shows to be done, and which are open.
///
/// A step is known by what the definition says now and did not say at the last apply; it is done
/// where the run shows it.
///
/// @param name of the process, for people
/// @param run how the definition and the run still differ
/// @param done steps that the run shows to be done
public record RunConfirmation(String name, RunPlan run, List<Done> done) {
  public RunConfirmation {
    done = List.copyOf(done);
  }

  /// One step that is done.
  ///
  /// @param address in the definition, or that it had
  /// @param field `node` of a task that was added or cancelled
  /// @param value what the run shows; absent of a task that was cancelled, and of a field that was
  ///   emptied
  /// @param screen the words of Workiva's screens that lead there
  /// @param id of the job run or group run
  /// @param known whether the ledger has it already
  public record Done(
      String address,
      String title,
      String field,
      @Nullable Json value,
      String screen,
      String id,
      boolean known) {
    /// As the ledger notes it.
    public InRun note(String run, String identity, String at) {
      return new InRun(run, LedgerBase.path(identity, address), field, id, FieldHash.of(value), at);
    }
  }

  /// Whether nothing is left to do by hand.
  public boolean complete() {
    return run.hands().isEmpty();
  }

  /// @param entry what the ledger knows of the process
  /// @param seen the run
  public static RunConfirmation of(Desired desired, LedgerEntry entry, RunTree seen) {
    RunComparison comparison = new RunComparison(desired, entry, seen);
    Draft draft = comparison.fill(new Draft(desired.key(), desired.period()), false);
    RunPlan run = draft.run;
    if (run == null) {
      throw new IllegalStateException("a comparison without a run: " + seen.id());
    }
    return new RunConfirmation(seen.name(), run, new Search(comparison, entry).all());
  }

  private static final class Search {
    private final RunComparison comparison;
    private final LedgerEntry entry;
    private final List<Done> found = new ArrayList<>();

    Search(RunComparison comparison, LedgerEntry entry) {
      this.comparison = comparison;
      this.entry = entry;
    }

    List<Done> all() {
      for (Tree.Place place : comparison.definition().all()) {
        Tree.Place there = comparison.inRun(place.ref());
        if (there != null) {
          pair(place, there);
        }
      }
      for (NodeLine line : entry.nodes()) {
        cancelled(line);
      }
      return found;
    }

    private void pair(Tree.Place place, Tree.Place there) {
      boolean job = place.node() instanceof Job;
      boolean recorded = comparison.base().sent(place.ref(), anyField(place)) != null;
      if (job && !recorded && comparison.run().item(there.ref()).build().isEmpty()) {
        add(place.ref(), place, InRun.NODE, RunComparison.job(place), Screens.ADD, there.ref());
        return;
      }
      for (Map.Entry<Field, Json> field : place.node().fields().entrySet()) {
        String name = field.getKey().name();
        String sent = comparison.base().sent(place.ref(), name);
        boolean changed = recorded && !FieldHash.of(field.getValue()).equals(sent);
        if (changed && Objects.equals(there.node().get(field.getKey()), field.getValue())) {
          String screen = job ? Screens.action(name) : Screens.group(name);
          add(place.ref(), place, name, field.getValue(), screen, there.ref());
        }
      }
    }

    private static String anyField(Tree.Place place) {
      return place.node() instanceof Job ? "title" : "name";
    }

    /// A task that was applied, is gone from the definition and is cancelled in the run.
    private void cancelled(NodeLine line) {
      String address = LedgerBase.address(entry.identity(), line.path());
      if (comparison.definition().get(address) != null) {
        return;
      }
      for (Tree.Place there : comparison.run().tree().all()) {
        RunTree.Item item = comparison.run().item(there.ref());
        if (there.node() instanceof Job
            && line.id().equals(item.build())
            && item.state().equals("cancelled")) {
          found.add(
              new Done(
                  address,
                  Matcher.name(there.node()),
                  InRun.NODE,
                  null,
                  Screens.CANCEL,
                  there.ref(),
                  known(address, InRun.NODE, null)));
        }
      }
    }

    private void add(
        String address, Tree.Place place, String field, Json value, String screen, String id) {
      found.add(
          new Done(
              address,
              Matcher.name(place.node()),
              field,
              value,
              screen,
              id,
              known(address, field, value)));
    }

    private boolean known(String address, String field, @Nullable Json value) {
      String path = LedgerBase.path(entry.identity(), address);
      for (InRun one : entry.inRuns()) {
        if (one.run().equals(comparison.run().id())
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
