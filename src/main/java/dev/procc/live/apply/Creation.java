package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.Fault;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeLine;
import dev.procc.live.ledger.Pending;
import dev.procc.live.ledger.Previous;
import dev.procc.live.planfile.Operation;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a new process, alone or in the place of an old one: create, read back, validate, switch
/// the ledger over, put the old one into the bin. Until the switch the old one is the process, and
/// whatever goes wrong puts the new one into the bin.
final class Creation {
  private static final int TRIES = 3;

  private final Work work;
  private final LookAlikes search;

  Creation(Work work) {
    this.work = work;
    this.search = new LookAlikes(work);
  }

  private boolean replaces() {
    return work.plan.replaces();
  }

  /// From step 1, the preconditions being checked.
  ProcessResult run() throws Halt {
    if (replaces()) {
      work.old();
    }
    work.checkStop();
    return fromCreated(create());
  }

  /// Step 1: one POST, and if its answer is lost, a search for what it made.
  ///
  /// @return the id of the new process
  private String create() throws Halt {
    work.step(Work.CREATING, "create the new process", null, true);
    try {
      Json.Obj made = work.env.api().create(work.createBody());
      return made.text("id").orElse("");
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        throw work.failed(e);
      }
      work.warnings.add("the answer to the create was lost: " + e.getMessage());
      return afterLostAnswer(work.entry().pending());
    }
  }

  /// Step 1 again: takes the one that was made, or makes it when there is none.
  String afterLostAnswer(@Nullable Pending pending) throws Halt {
    String found = search.afterLostAnswer(pending);
    if (found != null) {
      return found;
    }
    work.checkStop();
    return create();
  }

  /// Steps 2 to 6.
  ProcessResult fromCreated(String id) throws Halt {
    work.env.recorded().add(id);
    work.wrote("create", "POST /processes", 1, "not read");
    work.step(Work.CREATED, "read it back", id, false);
    LiveProcess live = read(id);
    search.giveWayToEarlierTwin(live);
    Set<String> writeOnly = writeOnlyPatch(live);
    List<ServerFinding> findings = validate(live, writeOnly);
    LiveProcess now = writeOnly.isEmpty() ? live : work.reader.get(id);
    if (replaces()) {
      checkOld(id);
      return switchOver(now, writeOnly, findings);
    }
    work.save(again(work.settled(now, lines(now, writeOnly))), "created " + id);
    return done(now, "Created, read back as sent" + findingWords(findings), null);
  }

  /// Until here the old process can stay; it does when it was edited or started meanwhile.
  private void checkOld(String id) throws Halt {
    try {
      new Preconditions(work).checkOld();
    } catch (Halt halt) {
      discard(id);
      throw halt;
    }
  }

  /// A process that is created again keeps the id it had among the former ones.
  private LedgerEntry again(LedgerEntry next) {
    String gone = work.entry().id();
    return gone == null || gone.equals(next.id())
        ? next
        : next.withPrevious(
            new Previous(gone, work.env.now().toString(), true, work.entry().nodes()));
  }

  /// Step 2.
  private LiveProcess read(String id) throws Halt {
    LiveProcess live = work.reader.get(id);
    List<Residual> residual = residual(live);
    work.readBack(residual.isEmpty() ? "as foretold" : "not as foretold");
    if (residual.isEmpty()) {
      return live;
    }
    String fields = residual.size() + (residual.size() == 1 ? " field" : " fields");
    if (replaces()) {
      discard(id);
      throw Halt.mismatch(
          "The new process does not show what was sent: "
              + fields
              + "; it is in the bin, the old one stays",
          "Accept what the server makes of it with --accept-server-value FIELD, and plan again",
          residual);
    }
    work.save(work.unsettled(live, lines(live, Set.of())), "created " + id + ", other than sent");
    throw Halt.mismatch(
        "The new process does not show what was sent: " + fields,
        "Look at it; accept what the server makes of it with --accept-server-value FIELD",
        residual);
  }

  private List<Residual> residual(LiveProcess live) {
    Json.Obj actual = Wire.create(live.process()).body();
    List<Residual> left = new ArrayList<>();
    for (Residual one : Comparison.created(work.createBody(), actual, work.addresses())) {
      if (!work.env.settings().accepts(one.address(), one.field())) {
        left.add(one);
      }
    }
    return left;
  }

  /// What only a PATCH can set; nobody shows it, so a lost answer is simply sent again.
  private Set<String> writeOnlyPatch(LiveProcess live) throws Halt {
    for (Operation operation : work.plan.operations()) {
      if (operation.id().equals("write-only") && operation.body() instanceof Json.Arr document) {
        work.env.events().step(work.identity(), "set what only a PATCH can set");
        sendUntilAnswered(live.id(), document);
        work.wrote(
            operation.id(), "PATCH /processes/" + live.id(), operation.size(), "never shown");
        return InPlace.writeOnly(document);
      }
    }
    return Set.of();
  }

  private void sendUntilAnswered(String id, Json.Arr document) throws Halt {
    for (int turn = 1; ; turn++) {
      try {
        work.env.api().patch(id, document);
        return;
      } catch (ApiException e) {
        if (!e.mayHaveHappened() || turn == TRIES) {
          discardUnlessAlone(id);
          throw work.failed(e);
        }
      }
    }
  }

  /// Step 3.
  private List<ServerFinding> validate(LiveProcess live, Set<String> writeOnly) throws Halt {
    if (work.plan.operations().stream().noneMatch(o -> o.id().equals("validate"))) {
      return List.of();
    }
    work.env.events().step(work.identity(), "let the server validate it");
    List<Fault> faults;
    try {
      faults = work.env.api().validate(live.id());
    } catch (ApiException e) {
      throw work.failed(e);
    }
    if (faults.isEmpty()) {
      return List.of();
    }
    LedgerEntry located = work.settled(live, lines(live, writeOnly));
    List<ServerFinding> findings =
        ServerFindings.locate(faults, located, work.reader.raw(live.id()));
    if (work.env.settings().allowInvalid()) {
      work.warnings.add(
          "the server's validation found " + faults.size() + ", allowed by --allow-invalid");
      return findings;
    }
    discard(live.id());
    String kept = replaces() ? "; it is in the bin, the old one stays" : "; it is in the bin";
    throw Halt.invalid(
        "The server's validation found "
            + faults.size()
            + (faults.size() == 1 ? " error" : " errors")
            + " in the new process"
            + kept,
        "Correct them; --allow-invalid is for definitions meant to be incomplete",
        findings);
  }

  /// Steps 4 to 6.
  private ProcessResult switchOver(
      LiveProcess live, Set<String> writeOnly, List<ServerFinding> findings) throws Halt {
    String old = work.old().id();
    work.env.events().step(work.identity(), "note the new process");
    LedgerEntry next =
        work.settled(live, lines(live, writeOnly))
            .withPrevious(
                new Previous(old, work.env.now().toString(), false, work.entry().nodes()));
    Pending pending = work.entry().pending();
    work.save(
        next.withPending(keepsOld() ? null : stepOf(pending, Work.SWITCHED, live.id())),
        "switched to " + live.id());
    if (keepsOld()) {
      return done(
          live, "Replaced, read back as sent; the old one stays" + findingWords(findings), old);
    }
    return trashOld(live, old, findingWords(findings));
  }

  private boolean keepsOld() {
    return work.env.settings().keepOld();
  }

  private Pending stepOf(@Nullable Pending pending, String step, String created) {
    return new Pending(
        step,
        work.plan.hash(),
        pending == null ? work.env.now().toString() : pending.since(),
        null,
        work.plan.id(),
        created,
        pending == null ? null : pending.intent(),
        work.plannedLookAlikes());
  }

  /// Steps 5 and 6.
  ProcessResult trashOld(LiveProcess live, String old, String words) throws Halt {
    Bin.trash(work, old);
    LedgerEntry entry = work.entry();
    work.save(
        entry.withPrevious(new Previous(old, work.env.now().toString(), true)).withPending(null),
        "trashed " + old);
    return done(live, "Replaced, read back as sent; the old one is in the bin" + words, old);
  }

  private static String findingWords(List<ServerFinding> findings) {
    return findings.isEmpty() ? "" : "; " + findings.size() + " findings of the server stand";
  }

  private ProcessResult done(LiveProcess live, String message, @Nullable String old) {
    return work.result(Verdict.APPLIED, message, "", live.id(), old, live.revision());
  }

  private List<NodeLine> lines(LiveProcess live, Set<String> writeOnly) {
    return new NodeLines(
            work.env.settings(), work.identity(), work.entry().nodes(), Set.of(), writeOnly)
        .after(work.rows(), live, true);
  }

  /// Takes the new process back; the ledger then says what it said before.
  void discard(String id) throws Halt {
    work.env.events().step(work.identity(), "take the new process back");
    Bin.trash(work, id);
    work.save(work.entry().withPending(null), "took back " + id);
    work.tookBack();
  }

  /// A replacement that cannot go on is taken back; a process made alone stays for the resume.
  private void discardUnlessAlone(String id) throws Halt {
    if (replaces()) {
      discard(id);
    }
  }
}
