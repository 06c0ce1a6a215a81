package dev.procc.live.apply;

import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.Pause;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.Pending;
import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.Note;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Refusal;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Carries out a plan.
///
/// Everything is checked before anything is written: one stale or refused process stops all. Then
/// the processes are changed one after the other; one that fails leaves the others to go on. Each
/// step is in the ledger before the next one begins, and every write is read back.
///
/// ```java
/// ApplyResult result = new Apply(api, store, settings, events, keeper, clock, pause).run(plan);
/// ```
public final class Apply {
  private final Env env;
  private @Nullable Evidence evidence;

  public Apply(
      ApiClient api,
      LedgerStore store,
      ApplySettings settings,
      ApplyEvents events,
      PlanKeeper plans,
      Clock clock,
      Pause pause) {
    env = new Env(api, store, settings, events, plans, new HashSet<>(), clock, pause);
  }

  /// The same, with a record of evidence for each process it changes.
  public Apply withEvidence(Evidence records) {
    evidence = records;
    return this;
  }

  private ProcessResult recorded(ProcessPlan plan, ProcessResult result) {
    Evidence records = evidence;
    if (records == null || !result.changed()) {
      return result;
    }
    try {
      records.write(env.settings(), plan, result);
      return result;
    } catch (IOException e) {
      return result.withWarning("the evidence record could not be written: " + e.getMessage());
    }
  }

  /// Carries out all of a plan.
  public ApplyResult run(Plan plan) {
    return run(plan, plan.processes());
  }

  /// Carries out a plan for some of its processes, such as those whose hashes were approved.
  public ApplyResult run(Plan plan, List<ProcessPlan> selected) {
    List<ProcessPlan> acting =
        selected.stream().filter(p -> p.acts() || !p.refusals().isEmpty()).toList();
    Halt whole = wholeCheck(plan);
    if (whole != null) {
      return notStarted(acting, whole);
    }
    List<Work> works = new ArrayList<>();
    List<ProcessResult> refused = new ArrayList<>();
    for (ProcessPlan one : acting) {
      Work work = open(one, refused);
      if (work != null) {
        works.add(work);
      }
    }
    if (refused.isEmpty()) {
      check(works, refused);
    }
    if (!refused.isEmpty()) {
      return stopped(acting, refused);
    }
    String warning = works.isEmpty() ? "" : keep(plan);
    ApplyResult result = carryOut(works, warning);
    settle(selected);
    clearPlans();
    return result;
  }

  /// Notes in the ledger what these processes need noted although nothing is done to them. Nothing
  /// is written to Workiva.
  ///
  /// @return what stopped it; empty where all is well
  public Optional<String> settle(List<ProcessPlan> selected) {
    try {
      for (ProcessPlan plan : selected) {
        Note note = plan.acts() ? null : plan.noted();
        LedgerEntry entry =
            note == null || plan.acts() || !plan.refusals().isEmpty()
                ? null
                : env.store().load(env.settings().target(), plan.identity()).orElse(null);
        if (note != null
            && entry != null
            && entry.pending() == null
            && (entry.protect() != note.protect() || entry.onRemoval() != note.onRemoval())) {
          env.store()
              .save(
                  entry.withSource(
                      entry.name(),
                      entry.sourceHash(),
                      note.protect(),
                      note.onRemoval(),
                      entry.sources()),
                  "note of " + plan.identity());
        }
      }
      return Optional.empty();
    } catch (LedgerException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Halt wholeCheck(Plan plan) {
    ApplySettings settings = env.settings();
    if (!plan.target().equals(settings.target())) {
      return Halt.of(
          Verdict.STALE,
          "The plan is for target " + plan.target() + ", not for " + settings.target(),
          "Apply it with --target " + plan.target());
    }
    if (!sameOrigin(plan.apiUrl(), settings.origin())) {
      return Halt.of(
          Verdict.STALE,
          "The plan was made against " + plan.apiUrl() + ", not against " + settings.origin(),
          "Plan again: procc plan");
    }
    if (!plan.refusals().isEmpty()) {
      return refused(plan.refusals());
    }
    return readRecorded(settings.target());
  }

  /// All loopback counts as one: an emulator has another port every time.
  private static boolean sameOrigin(String one, String other) {
    return one.equals(other) || (loopback(one) && loopback(other));
  }

  private static boolean loopback(String origin) {
    try {
      String host = java.net.URI.create(origin).getHost();
      return host != null
          && (host.equals("localhost")
              || host.equals("[::1]")
              || host.matches("127(\\.\\d{1,3}){3}"));
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }

  private @Nullable Halt readRecorded(String target) {
    try {
      for (LedgerEntry entry : env.store().list(target)) {
        env.recorded().addAll(entry.ids());
      }
    } catch (LedgerException e) {
      return Halt.of(e);
    }
    if (env.settings().canary().isPresent()) {
      return canary(env.settings().canary().get());
    }
    return null;
  }

  private @Nullable Halt canary(String id) {
    try {
      env.api().get(id, true);
      return null;
    } catch (ApiException e) {
      return e.kind() == ApiException.Kind.NOT_FOUND
          ? Halt.of(
              Verdict.REFUSED,
              "The canary "
                  + id
                  + " is not here: this is not the tenant of target "
                  + env.settings().target(),
              "Check the credentials and the region of the target")
          : Halt.of(e);
    }
  }

  /// All of them at once: whoever lifts one must know of the others.
  private static Halt refused(List<Refusal> refusals) {
    Set<String> messages = new LinkedHashSet<>();
    Set<String> ways = new LinkedHashSet<>();
    for (Refusal refusal : refusals) {
      messages.add(refusal.message());
      if (refusal.way() != null) {
        ways.add(refusal.way());
      }
      if (refusal.flag() != null) {
        ways.add(refusal.flag() + " lifts it");
      }
    }
    return Halt.of(Verdict.REFUSED, String.join("; also: ", messages), String.join("; ", ways));
  }

  private @Nullable Work open(ProcessPlan plan, List<ProcessResult> refused) {
    ApplySettings settings = env.settings();
    LedgerEntry empty = LedgerEntry.empty(settings.target(), plan.identity(), settings.origin());
    try {
      LedgerEntry entry = env.store().load(settings.target(), plan.identity()).orElse(empty);
      Work work = new Work(env, plan, entry);
      if (!plan.refusals().isEmpty()) {
        refused.add(work.halted(refused(plan.refusals())));
        return null;
      }
      return work;
    } catch (LedgerException e) {
      refused.add(new Work(env, plan, empty).halted(Halt.of(e)));
      return null;
    }
  }

  private static void check(List<Work> works, List<ProcessResult> refused) {
    Work first = null;
    for (Work work : works) {
      try {
        if (first != null && first.hasListing()) {
          work.giveListing(first.listing());
        }
        new Preconditions(work).check();
        first = first == null ? work : first;
      } catch (Halt halt) {
        refused.add(work.halted(halt));
      }
    }
  }

  private static ApplyResult notStarted(List<ProcessPlan> acting, Halt whole) {
    List<ProcessResult> results = new ArrayList<>();
    for (ProcessPlan plan : acting) {
      results.add(plain(plan, whole.verdict(), whole.getMessage(), whole.help()));
    }
    return new ApplyResult(results, whole.getMessage(), whole.help(), whole.verdict());
  }

  private static ApplyResult stopped(List<ProcessPlan> acting, List<ProcessResult> refused) {
    List<ProcessResult> results = new ArrayList<>();
    for (ProcessPlan plan : acting) {
      ProcessResult own = null;
      for (ProcessResult result : refused) {
        own = result.identity().equals(plan.identity()) ? result : own;
      }
      results.add(
          own != null
              ? own
              : plain(
                  plan,
                  Verdict.NOT_STARTED,
                  "Not begun: nothing was changed",
                  "Name it to apply it without the others: procc apply " + plan.identity()));
    }
    return new ApplyResult(results, "", "");
  }

  private static ProcessResult plain(
      ProcessPlan plan, Verdict verdict, String message, String help) {
    Action action = plan.action();
    return ProcessResult.plain(
        plan.identity(),
        plan.name(),
        action == null ? "none" : action.word(),
        verdict,
        message,
        help);
  }

  private ApplyResult carryOut(List<Work> works, String warning) {
    List<ProcessResult> results = new ArrayList<>();
    boolean written = false;
    boolean stopped = false;
    int number = 0;
    for (Work work : works) {
      number++;
      if (stopped) {
        results.add(plain(work.plan, Verdict.NOT_STARTED, "Not begun: it was stopped before", ""));
        continue;
      }
      if (!warning.isEmpty()) {
        work.warnings.add(warning);
      }
      env.events().begun(work.identity(), work.action(), number, works.size());
      ProcessResult result = recorded(work.plan, one(work, written));
      written |= result.changed();
      stopped = result.verdict() == Verdict.INTERRUPTED;
      results.add(result);
      env.events().ended(result);
    }
    return new ApplyResult(results, "", "");
  }

  /// @param again whether something was written since the checks, so that they count no more
  private ProcessResult one(Work work, boolean again) {
    try {
      if (again) {
        work.forgetReads();
        new Preconditions(work).check();
      }
      work.checkStop();
      work.step(Work.BEGIN, "begin", null, false);
      return procedure(work);
    } catch (Halt halt) {
      if (!work.hasWritten() && halt.verdict() != Verdict.PARTIAL) {
        work.unbegin();
      }
      return work.halted(work.hasWritten() ? halt.afterWrites() : halt);
    }
  }

  /// @return a warning; empty where all is well
  private String keep(Plan plan) {
    try {
      env.plans().keep(plan);
      return "";
    } catch (IOException e) {
      return "the plan could not be kept for a resume: " + e.getMessage();
    }
  }

  /// Kept plans go when nothing of the target is pending any more.
  private void clearPlans() {
    try {
      for (LedgerEntry entry : env.store().list(env.settings().target())) {
        if (entry.pending() != null) {
          return;
        }
      }
      env.plans().clear(env.settings().target());
    } catch (LedgerException | IOException keptLonger) {
      return;
    }
  }

  private static ProcessResult procedure(Work work) throws Halt {
    Action action = work.plan.action();
    return switch (action) {
      case CREATE, REPLACE -> new Creation(work).run();
      case PATCH, RENAME -> new InPlace(work).run();
      case TRASH -> Bin.remove(work);
      case FORGET -> Binding.forget(work);
      case ADOPT -> Binding.adopt(work);
      case AMEND -> new Amendment(work).run();
      case null ->
          work.result(
              Verdict.UNCHANGED, "There is nothing to do", "", work.entry().id(), null, null);
    };
  }

  /// Goes on with every apply of the target that was not ended.
  public ApplyResult resume() {
    return resume(Set.of());
  }

  /// Goes on with the applies of these processes.
  ///
  /// @param identities empty for all
  public ApplyResult resume(Set<String> identities) {
    Halt whole = readRecorded(env.settings().target());
    if (whole != null) {
      return new ApplyResult(
          List.of(
              ProcessResult.plain(
                  "", "", "resume", whole.verdict(), whole.getMessage(), whole.help())),
          whole.getMessage(),
          whole.help());
    }
    List<ProcessResult> results = new ArrayList<>();
    try {
      List<LedgerEntry> open = new ArrayList<>();
      for (LedgerEntry entry : env.store().list(env.settings().target())) {
        if (entry.pending() != null
            && (identities.isEmpty() || identities.contains(entry.identity()))) {
          open.add(entry);
        }
      }
      for (LedgerEntry entry : open) {
        results.add(resume(entry, results.size() + 1, open.size()));
      }
      clearPlans();
    } catch (LedgerException e) {
      Halt halt = Halt.of(e);
      return new ApplyResult(results, halt.getMessage(), halt.help(), halt.verdict());
    }
    return new ApplyResult(results, results.isEmpty() ? "Nothing is pending" : "", "");
  }

  private ProcessResult resume(LedgerEntry entry, int number, int of) {
    Pending pending = entry.pending();
    if (pending == null) {
      throw new IllegalArgumentException("nothing is pending for " + entry.identity());
    }
    ProcessPlan kept =
        env.plans().find(entry.target(), entry.identity(), pending.hash()).orElse(null);
    ProcessPlan plan = kept == null ? Recovery.standIn(entry, pending) : kept;
    Work work = new Work(env, plan, entry);
    env.events().begun(work.identity(), "resume", number, of);
    ProcessResult result;
    try {
      result = new Recovery(work, pending, kept != null).run();
    } catch (Halt halt) {
      result = work.halted(work.hasWritten() ? halt.afterWrites() : halt);
    }
    result = recorded(plan, result);
    env.events().ended(result);
    return result;
  }
}
