package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.ProcessLookup;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.live.LedgerCheck;
import dev.procc.app.live.LiveSession;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Spelling;
import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.evidence.EvidenceStore;
import dev.procc.live.evidence.HandSteps;
import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerFormat;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.recover.TrashRules;
import dev.procc.view.text.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `procc state list|show|verify|mv|forget`: shows and edits the ledger.
public final class StateCommand extends Command {
  private static final String REBUILD =
      "procc state rebuild --dry-run shows what a lost or damaged record would say";
  private final StateVerb verb;

  private StateCommand(StateVerb verb) {
    super(CommandGroup.WATCH, "state " + verb.word, verb.summary);
    this.verb = verb;
  }

  public static StateCommand list() {
    return new StateCommand(StateVerb.LIST);
  }

  public static StateCommand show() {
    return new StateCommand(StateVerb.SHOW);
  }

  public static StateCommand verify() {
    return new StateCommand(StateVerb.VERIFY);
  }

  public static StateCommand mv() {
    return new StateCommand(StateVerb.MV);
  }

  public static StateCommand forget() {
    return new StateCommand(StateVerb.FORGET);
  }

  private enum StateVerb {
    LIST("list", "list the ledger entries of a target", "", 0, 0),
    SHOW("show", "show the ledger entry of a process", "KEY", 1, 1),
    VERIFY("verify", "compare ledger entries with what is live", "[KEY...]", 0, Integer.MAX_VALUE),
    MV("mv", "give a ledger entry another key", "FROM TO", 2, 2),
    FORGET("forget", "forget a ledger entry; the live process stays", "KEY", 1, 1);

    private final String word;
    private final String summary;
    private final String operands;
    private final int minOperands;
    private final int maxOperands;

    StateVerb(String word, String summary, String operands, int least, int most) {
      this.word = word;
      this.summary = summary;
      this.operands = operands;
      this.minOperands = least;
      this.maxOperands = most;
    }
  }

  @Override
  public Options options() {
    Options options =
        verb == StateVerb.FORGET || verb == StateVerb.MV
            ? Options.of(Option.flag("--yes", "do not ask"))
            : Options.of();
    return options
        .formats("text", "json")
        .operands(verb.operands, verb.minOperands, verb.maxOperands)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return StateHelp.details(verb.word);
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    ProjectSession session = ProjectSession.open(ProjectArguments.request(invocation, List.of()));
    TargetConnection access = TargetConnection.of(session, session.compile(null), invocation::note);
    LedgerStore store = access.ledgerStore();
    try {
      return switch (verb) {
        case LIST -> list(invocation, store, access.target());
        case SHOW ->
            show(invocation, findEntry(store, access.target(), invocation.operands().getFirst()));
        case VERIFY -> verify(invocation, store, access);
        case MV -> mv(invocation, store, access);
        case FORGET -> forget(invocation, store, access);
      };
    } catch (ApplyException halt) {
      throw LiveSession.failure(halt);
    } catch (LedgerException e) {
      throw Failure.error(String.valueOf(e.getMessage()), REBUILD);
    }
  }

  private static int list(Invocation invocation, LedgerStore store, String target)
      throws LedgerException {
    List<Json> rows = new ArrayList<>();
    for (LedgerEntry entry : store.list(target)) {
      rows.add(row(entry));
      if (!invocation.isJson()) {
        invocation.println(
            entry.identity()
                + "  "
                + (entry.id() == null ? "(no process)" : entry.id())
                + "  \""
                + entry.name()
                + "\""
                + (entry.live().revision() == null ? "" : "  revision " + entry.live().revision())
                + (entry.pending() == null ? "" : "  PENDING " + entry.pending().stepName()));
      }
    }
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, Json.object().put("entries", Json.array(rows)).build());
    } else {
      invocation.println(Plural.of(rows.size(), "record") + " of target " + target);
    }
    return ExitCode.OK;
  }

  private static Json row(LedgerEntry entry) {
    return Json.object()
        .put("identity", entry.identity())
        .putNullable("id", entry.id())
        .put("name", entry.name())
        .put(
            "revision",
            entry.live().revision() == null ? Json.NULL : Json.of(entry.live().revision()))
        .putNullable("pending", entry.pending() == null ? null : entry.pending().stepName())
        .build();
  }

  private static int show(Invocation invocation, LedgerEntry entry) {
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, Json.object().put("entry", LedgerFormat.toJson(entry)).build());
    } else {
      invocation.print(SafeText.json(LedgerFormat.toJson(entry)));
    }
    return ExitCode.OK;
  }

  private static LedgerEntry findEntry(LedgerStore store, String target, String word)
      throws LedgerException, Failure {
    Map<String, LedgerEntry> known = new LinkedHashMap<>();
    store.list(target).forEach(entry -> known.put(entry.identity(), entry));
    List<String> fitting = ProcessLookup.find(word, known.keySet());
    if (fitting.size() == 1) {
      return Objects.requireNonNull(known.get(fitting.getFirst()));
    }
    if (!fitting.isEmpty()) {
      throw Failure.usage(
          "\"" + word + "\" has several periods", "say which: " + String.join(", ", fitting));
    }
    throw Failure.noMatch(
        "nothing is recorded of \"" + word + "\" on target " + target,
        Spelling.hint(word, known.keySet()).orElse(null));
  }

  private static int verify(Invocation invocation, LedgerStore store, TargetConnection access)
      throws LedgerException, Failure {
    List<LedgerEntry> entries = new ArrayList<>();
    if (invocation.operands().isEmpty()) {
      entries.addAll(store.list(access.target()));
    }
    for (String word : invocation.operands()) {
      entries.add(findEntry(store, access.target(), word));
    }
    List<Json> rows = new ArrayList<>();
    boolean well = true;
    try (ApiClient client = access.open()) {
      for (LedgerCheck.CheckedEntry checked : LedgerCheck.check(client, entries)) {
        LedgerEntry entry = checked.entry();
        String fault = checked.fault();
        well &= fault == null;
        rows.add(
            Json.object()
                .put("identity", entry.identity())
                .putNullable("id", entry.id())
                .putNullable("fault", fault)
                .build());
        if (!invocation.isJson()) {
          invocation.println(entry.identity() + "  " + (fault == null ? "as recorded" : fault));
        }
      }
    } catch (ApiException e) {
      throw TargetConnection.failure(e);
    }
    int exit = well ? ExitCode.OK : ExitCode.FINDINGS;
    if (invocation.isJson()) {
      invocation.print(exit, Json.object().put("entries", Json.array(rows)).build());
    }
    return exit;
  }

  private static int mv(Invocation invocation, LedgerStore store, TargetConnection access)
      throws LedgerException, Failure, IOException, ApplyException {
    String target = access.target();
    HandSteps hands = access.handSteps(store);
    String from = findEntry(store, target, invocation.operands().getFirst()).identity();
    hands.prepare(target, from);
    LedgerEntry entry = findEntry(store, target, from);
    String to = invocation.operands().get(1);
    LedgerEntry there = store.load(target, to).orElse(null);
    boolean wasCutOff = there != null && isSameProcess(there, entry);
    if (there != null && !wasCutOff) {
      throw Failure.refused("\"" + to + "\" is recorded already", "procc state forget " + to);
    }
    if (entry.pending() != null) {
      throw Failure.refused("an apply of it was not ended", "procc apply --resume");
    }
    EvidenceStore evidence = access.evidenceStore(store);
    String aside = wasCutOff ? null : setAside(evidence, target, to);
    String note = "move " + from + " to " + to;
    LedgerEntry moved = there != null ? there : entry.withIdentity(to);
    store.save(hands.owing(moved, "mv", note), note);
    evidence.move(target, from, to);
    store.delete(target, from, "moved to " + to);
    String message =
        from
            + " is recorded as "
            + to
            + (aside == null ? "" : "; the records of the one before are those of " + aside);
    hands.record(moved, "mv", message);
    return report(invocation, message, to);
  }

  /// Whether two entries are of the same process, because a move was interrupted between them.
  private static boolean isSameProcess(LedgerEntry one, LedgerEntry other) {
    return !one.identity().equals(other.identity())
        && !one.ids().isEmpty()
        && one.ids().equals(other.ids())
        && one.pending() == null
        && other.pending() == null;
  }

  /// The one that an entry was being moved to, whose records are still with this one; null if there
  /// is none.
  private static @Nullable LedgerEntry movedTo(
      LedgerStore store, EvidenceStore evidence, LedgerEntry entry)
      throws LedgerException, IOException {
    for (LedgerEntry other : store.list(entry.target())) {
      EvidenceHead head = other.history().evidence();
      if (!other.identity().equals(entry.identity())
          && isSameProcess(other, entry)
          && head != null
          && evidence.records(entry.target(), other.identity()).names().size() < head.count()) {
        return other;
      }
    }
    return null;
  }

  /// Renames the evidence records of a forgotten process with this name to a name that no key can
  /// have; null if there are none.
  private static @Nullable String setAside(EvidenceStore evidence, String target, String identity)
      throws IOException {
    if (evidence.records(target, identity).names().isEmpty()) {
      return null;
    }
    int number = 1;
    while (!evidence.records(target, identity + "~" + number).names().isEmpty()) {
      number++;
    }
    evidence.move(target, identity, identity + "~" + number);
    return identity + "~" + number;
  }

  private static int forgetDamaged(
      Invocation invocation, LedgerStore store, HandSteps hands, String target)
      throws LedgerException, Failure, ApplyException {
    String word = invocation.operands().getFirst();
    if (!invocation.args().has("--yes")) {
      throw Failure.refused(
          "the record of " + word + " cannot be read, and what it says would be gone",
          "add --yes; procc state rebuild rewrites it");
    }
    store.delete(target, word, "forget " + word);
    String message = word + " is forgotten; its record could not be read";
    hands.record(LedgerEntry.empty(target, word, ""), "forget", message);
    return report(invocation, message, word);
  }

  private static int forget(Invocation invocation, LedgerStore store, TargetConnection access)
      throws LedgerException, Failure, IOException, ApplyException {
    String target = access.target();
    HandSteps hands = access.handSteps(store);
    String word = invocation.operands().getFirst();
    if (isDamaged(store, target, word)) {
      return forgetDamaged(invocation, store, hands, target);
    }
    LedgerEntry entry = findEntry(store, target, word);
    if (!invocation.args().has("--yes")) {
      throw Failure.refused(
          entry.id() == null
              ? "forgetting " + entry.identity() + " loses what restores its process from the bin"
              : "forgetting " + entry.identity() + " leaves process " + entry.id() + " on its own",
          "add --yes"
              + (entry.id() == null
                  ? ""
                  : "; procc adopt " + entry.identity() + " " + entry.id() + " binds it again"));
    }
    EvidenceStore evidence = access.evidenceStore(store);
    LedgerEntry other = movedTo(store, evidence, entry);
    if (other != null) {
      String to = other.identity();
      evidence.move(target, word, to);
      store.delete(target, word, "moved to " + to);
      hands.record(other, "mv", word + " is forgotten; its records are those of " + to);
      return report(invocation, word + " is forgotten, and is recorded as " + to, word);
    }
    requireIdle(store, entry, access);
    // The evidence is written first, so that a removed entry owes none.
    hands.prepare(target, entry.identity());
    String message = entry.identity() + " is forgotten" + LedgerCheck.stayingText(entry);
    hands.forget(store, findEntry(store, target, entry.identity()), message);
    return report(invocation, message, entry.identity());
  }

  /// Checks that no apply of the process is pending: only the pending step says which processes the
  /// apply left live. Of one that is recorded at another API nothing can be resumed here.
  private static void requireIdle(LedgerStore store, LedgerEntry entry, TargetConnection access)
      throws LedgerException, ApplyException, Failure {
    if (!access.isOrigin(entry.origin())) {
      return;
    }
    List<LedgerEntry> all = store.list(entry.target());
    try {
      LedgerEntry.requireOwnProcesses(all);
    } catch (LedgerException recordedTwice) {
      return;
    }
    TrashRules.requireIdle(entry);
  }

  /// Whether it has an entry that cannot be read.
  private static boolean isDamaged(LedgerStore store, String target, String word)
      throws LedgerException {
    try {
      if (store.identities(target).contains(word)) {
        store.load(target, word);
      }
      return false;
    } catch (LedgerException e) {
      return true;
    }
  }

  private static int report(Invocation invocation, String words, String identity) {
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, Json.object().put("identity", identity).build());
    } else {
      invocation.println(words);
    }
    return ExitCode.OK;
  }
}
