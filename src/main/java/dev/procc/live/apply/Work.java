package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiException;
import dev.procc.live.apply.ProcessResult.WrittenCall;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.NodeLine;
import dev.procc.live.ledger.Pending;
import dev.procc.live.plan.Listing;
import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.NodeRow;
import dev.procc.live.planfile.Note;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.Precondition;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Reason;
import dev.procc.live.wire.LiveProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The work on one process: its plan, its entry in the ledger, and what was written so far.
final class Work {
  static final String BEGIN = "begin";
  static final String PATCHING = "patching";
  static final String RENAMING = "renaming";
  static final String CREATING = "creating";
  static final String CREATED = "created";
  static final String VALIDATED = "validated";
  static final String SWITCHED = "switched";
  static final String TRASHING = "trashing";
  static final String RESTORING = "restoring";
  static final String ADDING = "adding";

  final Env env;
  final ProcessPlan plan;
  final LiveReader reader;
  final List<String> warnings = new ArrayList<>();
  private final List<WrittenCall> calls = new ArrayList<>();
  private LedgerEntry entry;
  private final String since;
  private @Nullable LiveProcess old;
  private @Nullable Listing listing;
  private @Nullable Long revisionBefore;
  private boolean tookBack;

  Work(Env env, ProcessPlan plan, LedgerEntry entry) {
    this.env = env;
    this.plan = plan;
    this.entry = entry;
    this.reader = new LiveReader(env.api());
    Pending pending = entry.pending();
    this.since = pending == null ? env.clock().instant().toString() : pending.since();
  }

  LedgerEntry entry() {
    return entry;
  }

  String identity() {
    return plan.identity();
  }

  String action() {
    Action action = plan.action();
    return action == null ? "none" : action.word();
  }

  // Reading and checking

  /// The process as it is before anything is written.
  LiveProcess old() throws Halt {
    LiveProcess read = old;
    if (read == null) {
      String id = plan.id();
      if (id == null) {
        throw Halt.of(Verdict.STALE, "The plan names no process", "Plan again: procc plan");
      }
      read = reader.get(id);
      old = read;
      revisionBefore = read.revision();
    }
    return read;
  }

  Listing listing() throws Halt {
    Listing read = listing;
    if (read == null) {
      read = reader.list(env.recorded());
      listing = read;
    }
    return read;
  }

  boolean hasListing() {
    return listing != null;
  }

  void giveListing(Listing read) {
    listing = read;
  }

  /// What was read before somebody else's turn counts no more.
  void forgetReads() {
    old = null;
    listing = null;
  }

  /// The process as it was read just now.
  void giveOld(LiveProcess read) {
    old = read;
    revisionBefore = read.revision();
  }

  /// Ids of processes named like this one that nobody here knows.
  List<String> lookAlikes() throws Halt {
    return listing().lookAlikes(createName(), plan.id());
  }

  /// Those, and former processes of its own that are back.
  List<String> rivals() throws Halt {
    return listing().rivals(createName(), entry, plan.id());
  }

  /// The look-alikes of a fresh list.
  List<String> lookAlikesNow() throws Halt {
    listing = null;
    return lookAlikes();
  }

  /// Those the plan was made with.
  List<String> plannedLookAlikes() {
    for (Operation operation : plan.operations()) {
      for (Precondition condition : operation.preconditions()) {
        if (condition.is().equals("lookAlikes")) {
          return condition.ids();
        }
      }
    }
    return List.of();
  }

  Json.Obj createBody() {
    for (Operation operation : plan.operations()) {
      if (operation.id().equals("create") && operation.body() instanceof Json.Obj body) {
        return body;
      }
    }
    return Json.Obj.EMPTY;
  }

  private String createName() {
    return createBody().text("name").orElse(plan.name());
  }

  // The ledger

  /// Notes a step; the next one does not begin before the store has it.
  void step(String step, String words, @Nullable String created, boolean sending) throws Halt {
    env.events().step(identity(), words);
    Pending pending =
        new Pending(
            step,
            plan.hash(),
            since,
            sending ? env.now().toString() : null,
            plan.id(),
            created,
            createBody().members().isEmpty() ? null : intent(),
            plannedLookAlikes());
    save(named().withPending(pending), step);
  }

  /// The entry with a name, which a resume without the plan searches by.
  private LedgerEntry named() {
    return entry.name().isEmpty()
        ? entry.withSource(
            plan.name(), entry.sourceHash(), entry.protect(), entry.onRemoval(), entry.sources())
        : entry;
  }

  /// What is to be created, to know it again.
  String intent() {
    return dev.procc.live.wire.Wire.sha256(createBody());
  }

  void save(LedgerEntry next, String what) throws Halt {
    String hash = plan.hash().isEmpty() ? "" : ", plan " + shortened(plan.hash());
    try {
      env.store().save(next, identity() + ": " + what + hash);
      entry = next;
    } catch (LedgerException e) {
      throw Halt.of(e);
    }
  }

  private static String shortened(String hash) {
    return hash.length() > 12 ? hash.substring(0, 12) : hash;
  }

  /// The entry with what is live now and what the definition says, and no step pending.
  LedgerEntry settled(LiveProcess live, List<NodeLine> lines) {
    Note note = plan.noted();
    if (note == null) {
      return as(live, lines);
    }
    boolean left = false;
    for (FieldChange change : plan.changes()) {
      left |= change.reason() == Reason.IGNORED && !change.origin().equals("converged");
    }
    return settled(live, lines, left ? LedgerEntry.UNSETTLED : note.sourceHash());
  }

  /// The same where something is not as it was foretold: the next plan looks again.
  LedgerEntry unsettled(LiveProcess live, List<NodeLine> lines) {
    return settled(live, lines, LedgerEntry.UNSETTLED);
  }

  private LedgerEntry settled(LiveProcess live, List<NodeLine> lines, String sourceHash) {
    Note note = plan.noted();
    LedgerEntry next = as(live, lines);
    return note == null
        ? next
        : next.withSource(
            plan.name(), sourceHash, note.protect(), note.onRemoval(), note.sources());
  }

  private LedgerEntry as(LiveProcess live, List<NodeLine> lines) {
    return entry.withLive(live.id(), live.revision(), live.contentHash(), lines).withPending(null);
  }

  /// The nodes of the definition, the process first, in document order.
  List<NodeRow> rows() {
    Note note = plan.noted();
    return note == null ? List.of() : note.nodes();
  }

  /// Nothing was changed: the step is taken back.
  void unbegin() {
    if (calls.isEmpty() && entry.pending() != null) {
      LedgerEntry clean = entry.withPending(null);
      try {
        if (clean.id() == null && clean.previous().isEmpty() && clean.nodes().isEmpty()) {
          env.store().delete(clean.target(), clean.identity(), identity() + ": nothing done");
        } else {
          env.store().save(clean, identity() + ": nothing done");
        }
        entry = clean;
      } catch (LedgerException e) {
        warnings.add("the step could not be taken back: " + e.getMessage());
      }
    }
  }

  // Writing

  /// A write over the wire.
  interface Write<T> {
    T send() throws ApiException;
  }

  void checkStop() throws Halt {
    if (env.settings().stop().getAsBoolean()) {
      throw Halt.of(
          Verdict.INTERRUPTED,
          calls.isEmpty() ? "Stopped before anything was changed" : "Stopped between two calls",
          calls.isEmpty() ? "Run it again" : "Go on with procc apply --resume " + identity());
    }
  }

  void wrote(String id, String request, int size, String readBack) {
    calls.add(new WrittenCall(id, request, size, readBack));
  }

  /// What the last write turned out to be.
  void readBack(String words) {
    if (!calls.isEmpty()) {
      WrittenCall last = calls.removeLast();
      calls.add(new WrittenCall(last.id(), last.request(), last.size(), words));
    }
  }

  /// Whether anything that was written still stands.
  boolean hasWritten() {
    return !calls.isEmpty() && !tookBack;
  }

  /// What was written is undone.
  void tookBack() {
    tookBack = true;
  }

  /// Fails as the call did; where it may have happened nothing is certain any more.
  Halt failed(ApiException e) {
    Halt halt = Halt.of(e);
    return hasWritten() || e.mayHaveHappened() ? halt.afterWrites() : halt;
  }

  ProcessResult result(
      Verdict verdict,
      String message,
      String help,
      @Nullable String id,
      @Nullable String previous,
      @Nullable Long revisionAfter) {
    return new ProcessResult(
        identity(),
        plan.name(),
        action(),
        verdict,
        message,
        help,
        id,
        previous,
        revisionBefore,
        revisionAfter,
        calls,
        List.of(),
        List.of(),
        warnings);
  }

  ProcessResult halted(Halt halt) {
    return new ProcessResult(
        identity(),
        plan.name(),
        action(),
        halt.verdict(),
        halt.getMessage(),
        halt.help(),
        entry.id(),
        null,
        revisionBefore,
        null,
        calls,
        halt.residual(),
        halt.findings(),
        warnings);
  }

  /// Addresses of the process, the root group and every node, in document order.
  List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    rows()
        .forEach(row ->
            addresses.add(row.path().isEmpty() ? identity() : identity() + "/" + row.path()));
    return addresses;
  }

  /// The ids of the live nodes by address, as far as the plan names them.
  Map<String, String> nodeIds() {
    Map<String, String> ids = new HashMap<>();
    for (NodeRow row : rows()) {
      String id = row.path().isEmpty() ? plan.id() : row.id();
      if (id != null) {
        ids.put(row.path().isEmpty() ? identity() : identity() + "/" + row.path(), id);
      }
    }
    return ids;
  }
}
