package dev.procc.cli.command;

import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.language.compile.Compilation;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerFormat;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Wire;
import dev.procc.live.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `procc state list|show|verify|mv|forget`: what is recorded about live processes.
final class StateCommand implements Command {
  private static final String REBUILD =
      "procc state rebuild --dry-run shows what a lost or damaged record would say";
  private final Verb verb;

  private StateCommand(Verb verb) {
    this.verb = verb;
  }

  static StateCommand list() {
    return new StateCommand(Verb.LIST);
  }

  static StateCommand show() {
    return new StateCommand(Verb.SHOW);
  }

  static StateCommand verify() {
    return new StateCommand(Verb.VERIFY);
  }

  static StateCommand mv() {
    return new StateCommand(Verb.MV);
  }

  static StateCommand forget() {
    return new StateCommand(Verb.FORGET);
  }

  private enum Verb {
    LIST("list", "list what is recorded of a target", "", 0, 0),
    SHOW("show", "show what is recorded of a process", "KEY", 1, 1),
    VERIFY("verify", "hold the record against what is live", "[KEY...]", 0, Integer.MAX_VALUE),
    MV("mv", "give a record another key", "FROM TO", 2, 2),
    FORGET("forget", "forget a record; the live process stays", "KEY", 1, 1);

    private final String word;
    private final String summary;
    private final String operands;
    private final int least;
    private final int most;

    Verb(String word, String summary, String operands, int least, int most) {
      this.word = word;
      this.summary = summary;
      this.operands = operands;
      this.least = least;
      this.most = most;
    }
  }

  @Override
  public String name() {
    return "state " + verb.word;
  }

  @Override
  public String summary() {
    return verb.summary;
  }

  @Override
  public Group group() {
    return Group.WATCH;
  }

  @Override
  public Options options() {
    Options options =
        verb == Verb.FORGET || verb == Verb.MV
            ? Options.of(Option.flag("--yes", "do not ask"))
            : Options.of();
    return options.formats("text", "json").operands(verb.operands, verb.least, verb.most);
  }

  @Override
  public int run(Call call) throws Failure {
    Compilation compilation = Definitions.compileAll(call);
    LiveAccess access = LiveAccess.of(call, compilation);
    LedgerStore store = LiveAccess.store(call, compilation);
    try {
      return switch (verb) {
        case LIST -> list(call, store, access.target());
        case SHOW -> show(call, entry(store, access.target(), call.operands().getFirst()));
        case VERIFY -> verify(call, store, access);
        case MV -> mv(call, store, access.target());
        case FORGET -> forget(call, store, access.target());
      };
    } catch (LedgerException e) {
      throw Failure.error(String.valueOf(e.getMessage()), REBUILD);
    }
  }

  private static int list(Call call, LedgerStore store, String target) throws LedgerException {
    List<Json> rows = new ArrayList<>();
    for (LedgerEntry entry : store.list(target)) {
      rows.add(row(entry));
      if (!call.json()) {
        call.println(
            entry.identity()
                + "  "
                + (entry.id() == null ? "(no process)" : entry.id())
                + "  \""
                + entry.name()
                + "\""
                + (entry.revision() == null ? "" : "  revision " + entry.revision())
                + (entry.pending() == null ? "" : "  PENDING " + entry.pending().step()));
      }
    }
    if (call.json()) {
      call.print(Exit.OK, Json.object().put("entries", Json.array(rows)).build());
    } else {
      call.println(
          rows.size() + (rows.size() == 1 ? " record" : " records") + " of target " + target);
    }
    return Exit.OK;
  }

  private static Json row(LedgerEntry entry) {
    return Json.object()
        .put("identity", entry.identity())
        .putNullable("id", entry.id())
        .put("name", entry.name())
        .put("revision", entry.revision() == null ? Json.NULL : Json.of(entry.revision()))
        .putNullable("pending", entry.pending() == null ? null : entry.pending().step())
        .build();
  }

  private static int show(Call call, LedgerEntry entry) {
    if (call.json()) {
      call.print(Exit.OK, Json.object().put("entry", LedgerFormat.toJson(entry)).build());
    } else {
      call.print(LedgerFormat.write(entry));
    }
    return Exit.OK;
  }

  private static LedgerEntry entry(LedgerStore store, String target, String word)
      throws LedgerException, Failure {
    List<String> known = new ArrayList<>();
    for (LedgerEntry entry : store.list(target)) {
      if (entry.identity().equals(word)) {
        return entry;
      }
      known.add(entry.identity());
    }
    throw Failure.nothing(
        "nothing is recorded of \"" + word + "\" on target " + target,
        Spelling.hint(word, known).orElse(null));
  }

  private static int verify(Call call, LedgerStore store, LiveAccess access)
      throws LedgerException, Failure {
    List<LedgerEntry> entries = new ArrayList<>();
    if (call.operands().isEmpty()) {
      entries.addAll(store.list(access.target()));
    }
    for (String word : call.operands()) {
      entries.add(entry(store, access.target(), word));
    }
    List<String> ids = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      if (entry.id() != null) {
        ids.add(entry.id());
      }
    }
    List<Json> rows = new ArrayList<>();
    boolean well = true;
    try (ApiClient client = access.open()) {
      Map<String, ApiClient.Read> live = client.getAll(ids, true);
      for (LedgerEntry entry : entries) {
        String fault = fault(entry, entry.id() == null ? null : live.get(entry.id()));
        well &= fault == null;
        rows.add(
            Json.object()
                .put("identity", entry.identity())
                .putNullable("id", entry.id())
                .putNullable("fault", fault)
                .build());
        if (!call.json()) {
          call.println(entry.identity() + "  " + (fault == null ? "as recorded" : fault));
        }
      }
    } catch (ApiException e) {
      throw LiveAccess.failure(e);
    }
    int exit = well ? Exit.OK : Exit.FINDINGS;
    if (call.json()) {
      call.print(exit, Json.object().put("entries", Json.array(rows)).build());
    }
    return exit;
  }

  private static @Nullable String fault(LedgerEntry entry, ApiClient.@Nullable Read read)
      throws ApiException {
    if (entry.pending() != null) {
      return "an apply was not ended (" + entry.pending().step() + "): procc apply --resume";
    }
    if (read == null) {
      return "no process is recorded";
    }
    if (read.failure().isPresent() && read.failure().get().kind() == ApiException.Kind.NOT_FOUND) {
      return "process " + entry.id() + " is not there: procc restore, or procc plan --recreate";
    }
    try {
      LiveProcess live = Wire.read(read.orThrow());
      return live.contentHash().equals(entry.contentHash())
          ? null
          : "edited in Workiva since the last apply (revision "
              + entry.revision()
              + " then, "
              + live.revision()
              + " now): procc plan";
    } catch (WireException e) {
      return "what the API returned cannot be read: " + e.getMessage();
    }
  }

  private static int mv(Call call, LedgerStore store, String target)
      throws LedgerException, Failure {
    LedgerEntry entry = entry(store, target, call.operands().getFirst());
    String to = call.operands().get(1);
    if (store.load(target, to).isPresent()) {
      throw Failure.refused("\"" + to + "\" is recorded already", "procc state forget " + to);
    }
    if (entry.pending() != null) {
      throw Failure.refused("an apply of it was not ended", "procc apply --resume");
    }
    store.save(entry.withIdentity(to), "move " + entry.identity() + " to " + to);
    store.delete(target, entry.identity(), "moved to " + to);
    return done(call, entry.identity() + " is recorded as " + to, to);
  }

  private static int forget(Call call, LedgerStore store, String target)
      throws LedgerException, Failure {
    String word = call.operands().getFirst();
    if (damaged(store, target, word)) {
      if (!call.args().has("--yes")) {
        throw Failure.refused(
            "the record of " + word + " cannot be read, and what it says would be gone",
            "add --yes; procc state rebuild writes it anew");
      }
      store.delete(target, word, "forget " + word);
      return done(call, word + " is forgotten; its record could not be read", word);
    }
    LedgerEntry entry = entry(store, target, word);
    if (!call.args().has("--yes")) {
      throw Failure.refused(
          "forgetting " + entry.identity() + " leaves process " + entry.id() + " on its own",
          "add --yes; procc adopt binds it again");
    }
    store.delete(target, entry.identity(), "forget " + entry.identity());
    return done(
        call,
        entry.identity() + " is forgotten; process " + entry.id() + " stays as it is",
        entry.identity());
  }

  /// Whether there is a record of it that cannot be read.
  private static boolean damaged(LedgerStore store, String target, String word)
      throws LedgerException {
    if (!store.identities(target).contains(word)) {
      return false;
    }
    try {
      store.load(target, word);
      return false;
    } catch (LedgerException e) {
      return true;
    }
  }

  private static int done(Call call, String words, String identity) {
    if (call.json()) {
      call.print(Exit.OK, Json.object().put("identity", identity).build());
    } else {
      call.println(words);
    }
    return Exit.OK;
  }
}
