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

  /// Makes a live process the one of a definition. Nothing is written to Workiva but for a trash.
  ///
  /// @param instead whether it may take the place of a live one, which then goes into the bin: the
  ///   end of a replacement of which the ledger was lost
  /// @throws Halt where the definition has another one, or the process belongs to another key
  public ProcessResult adopt(Desired desired, String id, boolean instead) throws Halt {
    LedgerEntry before = recorded(desired.identity(), id);
    String former = before == null || id.equals(before.id()) ? null : before.id();
    LiveReader reader = new LiveReader(env.api());
    if (before != null && former != null && !reader.gone(former)) {
      return takeInstead(desired, before, former, id, instead);
    }
    LiveProcess live = reader.get(id);
    LedgerEntry entry = tied(desired, live, before);
    if (before != null && former != null) {
      entry = entry.withPrevious(new Previous(former, env.now().toString(), true, before.nodes()));
    }
    Work work = work(entry, id);
    work.save(entry, "adopted " + id);
    return adopted(work, live, former, "");
  }

  private LedgerEntry tied(Desired desired, LiveProcess live, @Nullable LedgerEntry before) {
    ApplySettings settings = env.settings();
    return Adoption.tie(
            settings.target(), settings.origin(), desired, live, before, /* ours= */ true)
        .entry();
  }

  private static ProcessResult adopted(
      Work work, LiveProcess live, @Nullable String former, String more) {
    return work.result(
        Verdict.APPLIED,
        "Adopted: " + work.identity() + " is " + live.id() + ", \"" + live.name() + "\"" + more,
        "procc plan shows how it differs",
        live.id(),
        former,
        live.revision());
  }

  private ProcessResult takeInstead(
      Desired desired, LedgerEntry before, String former, String id, boolean instead) throws Halt {
    String identity = desired.identity();
    if (!instead) {
      throw Halt.of(
          Verdict.REFUSED,
          identity + " is live as " + former,
          "procc adopt "
              + identity
              + " "
              + id
              + " --instead takes this one and puts that one into the bin");
    }
    givesWay(before);
    LiveProcess live = new LiveReader(env.api()).get(id);
    LedgerEntry entry =
        tied(desired, live, before)
            .withPrevious(new Previous(former, env.now().toString(), false, before.nodes()));
    Work work = work(entry, id);
    work.save(entry.withPending(switched(work, former, id)), "adopted " + id);
    try {
      trashFormer(work, former, "adopted " + id + ", trashed " + former);
    } catch (Halt halt) {
      throw halt.afterWrites();
    }
    return adopted(work, live, former, "; " + former + " is in the bin");
  }

  /// The entry of a definition, the process of no other being meant.
  private @Nullable LedgerEntry recorded(String identity, String id) throws Halt {
    LedgerEntry found = null;
    try {
      for (LedgerEntry entry : env.store().list(env.settings().target())) {
        if (entry.identity().equals(identity)) {
          found = entry;
        } else if (id.equals(entry.id())) {
          throw Halt.of(
              Verdict.REFUSED,
              id + " is the process of " + entry.identity(),
              "procc state mv " + entry.identity() + " " + identity + ", if the key changed");
        }
      }
      return found;
    } catch (LedgerException e) {
      throw Halt.of(e);
    }
  }

  /// The live process of an entry may go: as procc left it, without a run, not protected.
  private void givesWay(LedgerEntry entry) throws Halt {
    Work work = work(entry, entry.id());
    LiveProcess now = work.old();
    guard(work, now, Leave.NONE);
    if (!now.contentHash().equals(entry.contentHash())) {
      throw Halt.of(
          Verdict.REFUSED,
          now.id() + " was edited in Workiva since the last apply, and would go into the bin",
          "Look at it: procc plan; procc trash --changed " + entry.identity());
    }
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
        current(entry, live, entry.id() == null ? entry.nodesOf(id) : entry.nodes()),
        "restored " + id);
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
      trashFormer(work, now.id(), "rolled back to " + before.id());
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
        current(entry, back, entry.nodesOf(back.id()))
            .withPrevious(new Previous(now, work.env.now().toString(), false, entry.nodes()));
    work.save(next.withPending(switched(work, now, back.id())), "switched to " + back.id());
  }

  /// Both are live, the other one is current: a resume lets the former one go.
  private static Pending switched(Work work, String former, String current) {
    return new Pending(
        Work.SWITCHED, "", work.env.now().toString(), null, former, current, null, List.of());
  }

  private static void trashFormer(Work work, String id, String words) throws Halt {
    Bin.trash(work, id);
    work.save(
        work.entry()
            .withPrevious(new Previous(id, work.env.now().toString(), true))
            .withPending(null),
        words);
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
