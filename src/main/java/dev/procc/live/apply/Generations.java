package dev.procc.live.apply;

import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.Pause;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.Pending;
import dev.procc.live.ledger.Previous;
import dev.procc.live.plan.Desired;
import dev.procc.live.plan.Listing;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.RunSummary;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bin and the way back: trash a process, restore the last one, roll back to the generation
/// before.
public final class Generations {
  private final Env env;

  public Generations(
      ApiClient api,
      LedgerStore store,
      ApplySettings settings,
      ApplyEvents events,
      Clock clock,
      Pause pause) {
    env =
        new Env(api, store, settings, events, PlanKeeper.NONE, new LinkedHashSet<>(), clock, pause);
  }

  /// A process of the workspace.
  ///
  /// @param identity of the definition it belongs to; empty where the ledger does not know it
  /// @param current whether it is the live one of that definition, not a former one
  public record Listed(
      String id,
      String name,
      String identity,
      boolean current,
      @Nullable Long revision,
      @Nullable String dueDate,
      @Nullable String modifiedBy,
      @Nullable String modifiedAt,
      @Nullable RunSummary run) {}

  /// Every process of the workspace, by name and id.
  public List<Listed> list() throws Halt {
    List<LedgerEntry> entries;
    try {
      entries = env.store().list(env.settings().target());
    } catch (LedgerException e) {
      throw Halt.of(e);
    }
    Listing listing = new LiveReader(env.api()).list(new LinkedHashSet<>());
    List<Listed> found = new ArrayList<>();
    for (var one : listing.all()) {
      String identity = "";
      boolean current = false;
      for (LedgerEntry entry : entries) {
        if (entry.ids().contains(one.id())) {
          identity = entry.identity();
          current = one.id().equals(entry.id());
        }
      }
      found.add(
          new Listed(
              one.id(),
              one.name(),
              identity,
              current,
              one.revision(),
              one.dueDate(),
              one.modified().user(),
              one.modified().at(),
              one.run()));
    }
    return found;
  }

  /// What a trash may do besides the plain case.
  ///
  /// @param destroyEvidence a process with a finished run may go
  /// @param unprotect a protected one may go
  /// @param changed one that was edited in Workiva since the last apply may go
  public record Leave(boolean destroyEvidence, boolean unprotect, boolean changed) {
    public static final Leave NONE = new Leave(false, false, false);
  }

  /// Puts the process of a key into the bin.
  public ProcessResult trash(String identity, Leave leave) throws Halt {
    LedgerEntry entry = entry(env.store(), env.settings(), identity);
    Work work = work(entry, entry.id());
    LiveProcess live = work.old();
    guard(work, live, leave);
    LedgerEntry seen =
        entry.withLive(live.id(), live.revision(), live.contentHash(), entry.nodes());
    Work allowed = leave.changed() ? work(seen, live.id()) : work;
    try {
      return Bin.remove(allowed);
    } catch (Halt halt) {
      throw allowed.hasWritten() ? halt.afterWrites() : halt;
    }
  }

  private void guard(Work work, LiveProcess live, Leave leave) throws Halt {
    if (work.entry().pending() != null) {
      throw Halt.of(
          Verdict.REFUSED,
          "An apply of " + work.identity() + " is not ended",
          "procc apply --resume " + work.identity());
    }
    if (work.entry().protect() && !leave.unprotect()) {
      throw Halt.of(
          Verdict.REFUSED,
          work.identity() + " is protected",
          "Merge protect: false first, or --unprotect");
    }
    RunSummary run = work.listing().run(live.id());
    if (run != null && !run.finished()) {
      throw Halt.of(
          Verdict.REFUSED,
          work.identity() + " has an active run, " + run.id() + ": nothing lifts that",
          "Let it end, or cancel it in Workiva");
    }
    if (run != null && !leave.destroyEvidence()) {
      throw Halt.of(
          Verdict.REFUSED,
          work.identity() + " has a finished run, " + run.id() + ": it is evidence",
          "--destroy-evidence, if it may go");
    }
  }

  /// Makes a live process the one of a definition. Nothing is written to Workiva.
  ///
  /// @throws Halt where the definition has another one, or the process belongs to another key
  public ProcessResult adopt(Desired desired, String id) throws Halt {
    ApplySettings settings = env.settings();
    String identity = desired.identity();
    LedgerEntry before = null;
    try {
      for (LedgerEntry entry : env.store().list(settings.target())) {
        if (entry.identity().equals(identity)) {
          before = entry;
        } else if (id.equals(entry.id())) {
          throw Halt.of(
              Verdict.REFUSED,
              id + " is the process of " + entry.identity(),
              "procc state mv " + entry.identity() + " " + identity + ", if the key changed");
        }
      }
    } catch (LedgerException e) {
      throw Halt.of(e);
    }
    LiveReader reader = new LiveReader(env.api());
    String other = before == null ? null : before.id();
    if (other != null && !other.equals(id) && !reader.gone(other)) {
      throw Halt.of(
          Verdict.REFUSED,
          identity + " is live as " + other,
          "Trash one of the two first: procc trash " + identity);
    }
    LiveProcess live = reader.get(id);
    LedgerEntry entry = Adoption.of(settings.target(), settings.origin(), desired, live, before);
    if (other != null && !other.equals(id)) {
      entry = entry.withPrevious(new Previous(other, env.now().toString(), true));
    }
    Work work = work(entry, id);
    work.save(entry, "adopted " + id);
    return work.result(
        Verdict.APPLIED,
        "Adopted: " + identity + " is " + id + ", \"" + live.name() + "\"",
        "procc plan shows how it differs",
        id,
        null,
        live.revision());
  }

  /// Takes the last trashed process of a key out of the bin and makes it the live one.
  public ProcessResult restore(String identity) throws Halt {
    LedgerEntry entry = entry(env.store(), env.settings(), identity);
    if (entry.id() != null && !new LiveReader(env.api()).gone(entry.id())) {
      throw Halt.of(
          Verdict.REFUSED,
          identity + " is live as " + entry.id(),
          "procc rollback " + identity + " brings back the one before it");
    }
    String id = entry.id() != null ? entry.id() : last(entry).id();
    Work work = work(entry, id);
    work.checkStop();
    takeOut(work, id);
    LiveProcess live = work.reader.get(id);
    work.save(
        current(entry, live, entry.id() == null ? List.of() : entry.nodes()), "restored " + id);
    return work.result(
        Verdict.APPLIED,
        "Restored: " + id,
        "procc plan shows how it differs",
        id,
        null,
        live.revision());
  }

  /// Brings back the generation before: takes it out of the bin, then puts the live one into it.
  public ProcessResult rollback(String identity, Leave leave) throws Halt {
    LedgerEntry entry = entry(env.store(), env.settings(), identity);
    Previous before = last(entry);
    Work work = work(entry, entry.id());
    LiveProcess now = work.old();
    guard(work, now, leave);
    if (!now.contentHash().equals(entry.contentHash()) && !leave.changed()) {
      throw Halt.of(
          Verdict.REFUSED,
          identity + " was edited in Workiva since the last apply; rolling back would lose that",
          "--changed, if it may be lost");
    }
    work.checkStop();
    work.step(Work.RESTORING, "take " + before.id() + " out of the bin", before.id(), true);
    try {
      takeOut(work, before.id());
      LiveProcess back = work.reader.get(before.id());
      switchBack(work, now.id(), back);
      Bin.trash(work, now.id());
      work.save(
          work.entry()
              .withPrevious(new Previous(now.id(), env.now().toString(), true))
              .withPending(null),
          "rolled back to " + before.id());
      return work.result(
          Verdict.APPLIED,
          "Rolled back to " + before.id() + "; the other one is in the bin",
          "Revert the definition as well: procc plan shows what it would do",
          before.id(),
          now.id(),
          back.revision());
    } catch (Halt halt) {
      throw halt.afterWrites();
    }
  }

  private static void switchBack(Work work, String now, LiveProcess back) throws Halt {
    LedgerEntry entry = work.entry();
    LedgerEntry next =
        current(entry, back, List.of())
            .withPrevious(new Previous(now, work.env.now().toString(), false));
    work.save(
        next.withPending(
            new Pending(
                Work.SWITCHED,
                "",
                work.env.now().toString(),
                null,
                now,
                back.id(),
                null,
                List.of())),
        "switched to " + back.id());
  }

  private static LedgerEntry current(
      LedgerEntry entry, LiveProcess live, List<dev.procc.live.ledger.NodeLine> nodes) {
    List<Previous> others = new ArrayList<>(entry.previous());
    others.removeIf(p -> p.id().equals(live.id()));
    return new LedgerEntry(
        entry.target(),
        entry.identity(),
        entry.origin(),
        live.name(),
        live.id(),
        live.revision(),
        live.contentHash(),
        "",
        entry.protect(),
        entry.onRemoval(),
        entry.runs(),
        others,
        null,
        entry.kept(),
        entry.sources(),
        nodes,
        entry.inRuns());
  }

  /// POST restore; 409 is fine where it is out of the bin already.
  private static void takeOut(Work work, String id) throws Halt {
    ApiException failure = null;
    try {
      work.env.api().restore(id);
    } catch (ApiException e) {
      failure = e;
    }
    boolean there = !work.reader.gone(id);
    if (failure != null && !there) {
      throw Halt.of(failure);
    }
    work.wrote(
        "restore",
        "POST /processes/" + id + "/restore",
        1,
        there ? "as foretold" : "not as foretold");
    if (!there) {
      throw Halt.of(
          Verdict.PARTIAL,
          "The process " + id + " was restored and is in no list",
          "Look in Workiva");
    }
  }

  private static Previous last(LedgerEntry entry) throws Halt {
    Optional<Previous> last = entry.previous().reversed().stream().findFirst();
    if (last.isEmpty()) {
      throw Halt.of(
          Verdict.REFUSED,
          "The ledger of target "
              + entry.target()
              + " knows no former process of "
              + entry.identity(),
          "procc list shows what there is");
    }
    return last.get();
  }

  private Work work(LedgerEntry entry, @Nullable String id) {
    return new Work(env, PlanStandIn.of(entry, id), entry);
  }

  static LedgerEntry entry(LedgerStore store, ApplySettings settings, String identity) throws Halt {
    try {
      Optional<LedgerEntry> entry = store.load(settings.target(), identity);
      if (entry.isPresent()) {
        return entry.get();
      }
    } catch (LedgerException e) {
      throw Halt.of(
          Verdict.FAILED, e.getMessage() == null ? "" : e.getMessage(), "Mend the ledger");
    }
    throw Halt.of(
        Verdict.REFUSED,
        "The ledger of target " + settings.target() + " does not know \"" + identity + "\"",
        "procc plan and procc apply create it; procc adopt ties it to a live process");
  }
}
