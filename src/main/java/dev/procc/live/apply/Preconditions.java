package dev.procc.live.apply;

import dev.procc.live.plan.RunTree;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.Precondition;
import dev.procc.live.planfile.RunPlan;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.RunSummary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What must still be true of a process before it is written: that no apply of it is open, that its
/// plan still holds, and what each operation asks for.
final class Preconditions {
  private final Work work;
  private @Nullable RunTree run;

  Preconditions(Work work) {
    this.work = work;
  }

  /// Checks what must be true before the first write.
  void check() throws Halt {
    if (work.entry().pending() != null) {
      throw Halt.of(
          Verdict.REFUSED,
          "An apply of "
              + work.identity()
              + " is not ended: it stopped at \""
              + work.entry().pending().step()
              + "\"",
          "procc apply --resume " + work.identity());
    }
    String last = work.plan.validUntil();
    if (last != null && work.env.settings().today().toString().compareTo(last) > 0) {
      throw Halt.of(
          Verdict.STALE,
          "The plan of " + work.identity() + " held until " + last + ": a due date in it has come",
          "Plan again: procc plan");
    }
    for (Operation operation : work.plan.operations()) {
      if (operation.preconditions().stream().noneMatch(c -> c.is().equals("done"))) {
        for (Precondition condition : operation.preconditions()) {
          check(condition);
        }
      }
    }
  }

  /// What must be true of the old process right before it is given up: as planned, and no run.
  void checkOld() throws Halt {
    for (Operation operation : work.plan.operations()) {
      if (operation.id().equals("trash")) {
        for (Precondition condition : operation.preconditions()) {
          check(condition);
        }
      }
    }
  }

  private void check(Precondition condition) throws Halt {
    switch (condition.is()) {
      case "content" -> checkContent(condition.value());
      case "noRun" -> checkRun(condition.value());
      case "missing" -> {
        String gone = condition.value();
        if (gone != null && !work.reader.gone(gone)) {
          throw stale("The process " + gone + " is there again");
        }
      }
      case "notRecorded" -> {
        if (work.entry().id() != null) {
          throw stale(work.identity() + " has a process since: " + work.entry().id());
        }
      }
      case "lookAlikes" -> {
        List<String> now = work.rivals();
        if (!now.equals(condition.ids())) {
          throw stale(
              "The processes it would stand beside are others now: "
                  + words(now)
                  + ", planned with "
                  + words(condition.ids()));
        }
      }
      case "run" -> {
        if (run(condition.value()).ended()) {
          throw amended("The run " + condition.value() + " has ended");
        }
      }
      case "siblings" -> {
        String group = String.valueOf(condition.value());
        if (!run(null).children(group).equals(condition.ids())) {
          throw amended("The tasks of the run are others now, in the group " + group);
        }
      }
      case "waiting" -> {
        for (String id : condition.ids()) {
          if (!run(null).waits(id)) {
            throw amended("The run has gone on: what was to come after has begun, " + id);
          }
        }
      }
      case "done" -> {
        // The order of the operations keeps it.
      }
      default ->
          throw stale(
              "The plan asks for \"" + condition.is() + "\", which this procc does not know");
    }
  }

  private static String words(List<String> ids) {
    return ids.isEmpty() ? "none" : String.join(", ", ids);
  }

  private void checkContent(@Nullable String hash) throws Halt {
    String id = work.plan.id();
    Optional<LiveProcess> found = id == null ? Optional.empty() : work.reader.find(id);
    if (found.isEmpty()) {
      throw stale("The process " + id + " is not there any more");
    }
    work.giveOld(found.get());
    if (!found.get().contentHash().equals(hash)) {
      String who = found.get().modified().user();
      String when = found.get().modified().at();
      throw stale(
          "The process "
              + id
              + " has changed since the plan"
              + (when == null ? "" : ", last on " + when)
              + (who == null ? "" : " by " + who));
    }
  }

  /// @param allowed `finished` where a run that is over is given up on purpose
  private void checkRun(@Nullable String allowed) throws Halt {
    String id = work.plan.id();
    if (id == null) {
      return;
    }
    if (work.listing().get(id) == null) {
      throw stale("The list does not show the process " + id + ", so nobody knows of its runs");
    }
    RunSummary run = work.listing().run(id);
    if (run != null && !("finished".equals(allowed) && run.finished())) {
      throw stale("The process " + id + " has a run: " + run.id() + ", " + run.status());
    }
  }

  /// @param id absent where it was read already
  private RunTree run(@Nullable String id) throws Halt {
    RunTree read = run;
    if (read == null) {
      RunPlan planned = work.plan.run();
      read = work.reader.run(id != null ? id : planned == null ? "" : planned.id());
      run = read;
    }
    return read;
  }

  private Halt amended(String message) {
    return Halt.of(Verdict.STALE, message, "Plan again: procc plan --run " + work.identity());
  }

  private Halt stale(String message) {
    return Halt.of(Verdict.STALE, message, "Plan again: procc plan");
  }
}
