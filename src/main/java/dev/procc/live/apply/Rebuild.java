package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.Pause;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerFormat;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.plan.Desired;
import dev.procc.live.plan.Listing;
import dev.procc.live.planfile.ApiOrigin;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Wire;
import dev.procc.live.wire.WireException;
import dev.procc.model.catalog.Fields;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds out what the ledger would say if it had not been lost: which live process belongs to which
/// definition, by its name or else by its tree. Nothing is written to Workiva, and nothing is
/// guessed: where two processes could be meant, or one by two definitions, it says so and leaves
/// the choice to whoever knows.
///
/// An entry that can be read and whose process is live is left alone.
public final class Rebuild {
  private final Env env;
  private final LiveReader reader;
  private final Map<String, LedgerEntry> sound = new TreeMap<>();
  private final Map<String, String> damaged = new TreeMap<>();
  private final Set<String> taken = new LinkedHashSet<>();
  private final Map<String, LiveProcess> read = new LinkedHashMap<>();
  private Listing listing = Listing.NONE;

  public Rebuild(
      ApiClient api, LedgerStore store, ApplySettings settings, Clock clock, Pause pause) {
    env =
        new Env(
            api,
            store,
            settings,
            ApplyEvents.NONE,
            PlanKeeper.NONE,
            new LinkedHashSet<>(),
            clock,
            pause);
    reader = new LiveReader(api);
  }

  /// What is to become of an entry.
  public enum Fate {
    /// It is as it should be.
    SOUND,
    /// It would be written.
    RECORD,
    /// Nothing that is live could be its process.
    NOTHING,
    /// Somebody has to decide.
    REFUSED
  }

  /// What was found out about one definition, or about a damaged entry without one.
  ///
  /// @param id of the process it would be; absent where none was found or several were
  /// @param message for people, without the identity
  /// @param help a command that leads on; empty where none is needed
  /// @param differing as `Adoption.Tied`
  /// @param entry what would be written
  public record Row(
      String identity,
      Fate fate,
      @Nullable String id,
      String message,
      String help,
      List<String> differing,
      @Nullable LedgerEntry entry) {
    public Row {
      differing = List.copyOf(differing);
    }

    static Row of(String identity, Fate fate, @Nullable String id, String message, String help) {
      return new Row(identity, fate, id, message, help, List.of(), null);
    }

    public Json.Obj toJson() {
      return Json.object()
          .put("identity", identity)
          .put("fate", fate.name().toLowerCase(java.util.Locale.ROOT))
          .putNullable("id", id)
          .put("message", message)
          .putNullable("help", help.isEmpty() ? null : help)
          .put("differing", Json.texts(differing))
          .build();
    }
  }

  /// Looks, and writes nothing.
  ///
  /// @param all every definition of the project, so that two that mean the same process are seen
  /// @param wanted the identities to rebuild; empty for all
  /// @return a row for each, in the order of the definitions, damaged entries without one last
  public List<Row> look(List<Desired> all, Set<String> wanted) throws Halt {
    entries();
    listing = reader.list(taken);
    Map<String, List<String>> candidates = new LinkedHashMap<>();
    for (Desired one : all) {
      if (settled(one) == null) {
        candidates.put(one.identity(), named(one));
      }
    }
    byTree(all, candidates);
    List<Row> rows = new ArrayList<>();
    for (Desired one : all) {
      if (wanted.isEmpty() || wanted.contains(one.identity())) {
        Row row = settled(one);
        rows.add(row == null ? row(one, candidates) : row);
      }
      damaged.remove(one.identity());
    }
    damaged.forEach((identity, why) -> {
      if (wanted.isEmpty() || wanted.contains(identity)) {
        rows.add(
            Row.of(
                identity,
                Fate.REFUSED,
                null,
                "no definition, and its entry cannot be read: " + why,
                "procc state forget " + identity));
      }
    });
    return rows;
  }

  /// Writes what was found.
  public void record(List<Row> rows) throws Halt {
    for (Row row : rows) {
      LedgerEntry entry = row.entry();
      if (entry != null) {
        try {
          env.store().save(entry, row.identity() + ": rebuilt from " + entry.id());
        } catch (LedgerException e) {
          throw Halt.of(
              Verdict.FAILED,
              "The record of " + row.identity() + " was not written: " + e.getMessage(),
              "Mend the store, and run it again: what was recorded stays");
        }
      }
    }
  }

  private void entries() throws Halt {
    String target = env.settings().target();
    try {
      for (String identity : env.store().identities(target)) {
        try {
          env.store().load(target, identity).ifPresent(entry -> sound.put(identity, entry));
        } catch (LedgerException e) {
          damaged.put(identity, String.valueOf(e.getMessage()));
        }
      }
    } catch (LedgerException e) {
      throw Halt.of(e);
    }
    for (LedgerEntry entry : sound.values()) {
      taken.addAll(entry.ids());
    }
  }

  /// What is to be said where its entry needs no search; absent where it does.
  private @Nullable Row settled(Desired one) {
    LedgerEntry entry = sound.get(one.identity());
    if (entry == null) {
      return null;
    }
    String identity = one.identity();
    if (!ApiOrigin.of(entry.origin()).equals(ApiOrigin.of(env.settings().origin()))) {
      return Row.of(
          identity,
          Fate.REFUSED,
          entry.id(),
          "the ledger knows it at " + entry.origin() + ", not at " + env.settings().origin(),
          "procc state forget " + identity + ", if it really lives there no more");
    }
    if (entry.pending() != null) {
      return Row.of(
          identity,
          Fate.REFUSED,
          entry.id(),
          "an apply of it was not ended (" + entry.pending().step() + ")",
          "procc apply --resume");
    }
    String id = entry.id();
    if (id != null && listing.get(id) != null) {
      return Row.of(identity, Fate.SOUND, id, "recorded, and live", "");
    }
    return null;
  }

  private List<String> named(Desired one) {
    return listing.lookAlikes(name(one), null);
  }

  private static String name(Desired one) {
    return one.process().get(Fields.PROCESS_NAME) instanceof Json.Str name ? name.value() : "";
  }

  /// Definitions whose name nothing bears are looked for by their trees, among what no other
  /// definition means: somebody may have given the process another name.
  private void byTree(List<Desired> all, Map<String, List<String>> candidates) throws Halt {
    List<Desired> nameless =
        all.stream()
            .filter(d -> candidates.getOrDefault(d.identity(), List.of("")).isEmpty())
            .toList();
    if (nameless.isEmpty()) {
      return;
    }
    Set<String> meant = new LinkedHashSet<>();
    candidates.values().forEach(meant::addAll);
    List<String> free = new ArrayList<>();
    listing
        .notManaged(Set.of())
        .forEach(one -> {
          if (!meant.contains(one.id())) {
            free.add(one.id());
          }
        });
    for (LiveProcess live : getAll(free)) {
      for (Desired one : nameless) {
        Adoption.Tied tied = tie(one, live);
        if (tied.nodes() > 0 && sameTree(tied)) {
          List<String> more = new ArrayList<>(candidates.getOrDefault(one.identity(), List.of()));
          more.add(live.id());
          candidates.put(one.identity(), more);
        }
      }
    }
  }

  /// Every group and task of the definition is there, and no other.
  private static boolean sameTree(Adoption.Tied tied) {
    return tied.differing().stream().noneMatch(d -> d.endsWith(":node"));
  }

  private List<LiveProcess> getAll(List<String> ids) throws Halt {
    List<LiveProcess> found = new ArrayList<>();
    try {
      Map<String, ApiClient.Read> answers = env.api().getAll(ids, true);
      for (String id : ids) {
        ApiClient.Read answer = answers.get(id);
        if (answer != null && answer.failure().isEmpty()) {
          LiveProcess live = Wire.read(answer.orThrow());
          read.put(id, live);
          found.add(live);
        }
      }
      return found;
    } catch (ApiException e) {
      throw Halt.of(e);
    } catch (WireException e) {
      throw Halt.of(
          Verdict.FAILED, "A process that the server shows cannot be read: " + e.getMessage(), "");
    }
  }

  private LiveProcess get(String id) throws Halt {
    LiveProcess known = read.get(id);
    return known == null ? reader.get(id) : known;
  }

  private Adoption.Tied tie(Desired one, LiveProcess live) {
    return Adoption.tie(
        env.settings().target(),
        env.settings().origin(),
        one,
        live,
        sound.get(one.identity()),
        /* ours= */ false);
  }

  private Row row(Desired one, Map<String, List<String>> candidates) throws Halt {
    String identity = one.identity();
    String fault = damaged.getOrDefault(identity, "");
    if (fault.contains(LedgerFormat.ANOTHER)) {
      return Row.of(identity, Fate.REFUSED, null, fault, "use that procc");
    }
    List<String> ids = candidates.getOrDefault(identity, List.of());
    if (ids.isEmpty()) {
      return nothing(one);
    }
    for (Map.Entry<String, List<String>> other : candidates.entrySet()) {
      if (!other.getKey().equals(identity) && other.getValue().stream().anyMatch(ids::contains)) {
        return Row.of(
            identity,
            Fate.REFUSED,
            null,
            String.join(", ", ids) + " could be its process, and that of " + other.getKey(),
            "say whose it is: procc adopt " + identity + " " + ids.getFirst());
      }
    }
    if (ids.size() > 1) {
      return several(one, ids);
    }
    return found(one, get(ids.getFirst()));
  }

  private Row nothing(Desired one) {
    LedgerEntry entry = sound.get(one.identity());
    String gone = entry == null ? null : entry.id();
    return gone == null
        ? Row.of(
            one.identity(),
            Fate.NOTHING,
            null,
            "nothing live bears its name or has its tasks: the next plan creates it",
            "")
        : Row.of(
            one.identity(),
            Fate.REFUSED,
            gone,
            "the recorded process " + gone + " is gone, and nothing live is like it",
            "procc restore " + one.identity() + " takes it out of the bin");
  }

  private Row several(Desired one, List<String> ids) throws Halt {
    List<String> told = new ArrayList<>();
    String best = "";
    int equal = 0;
    for (String id : ids) {
      Adoption.Tied tied = tie(one, get(id));
      told.add(id + " (" + words(tied) + ")");
      if (tied.differing().isEmpty()) {
        equal++;
        best = id;
      }
    }
    return Row.of(
        one.identity(),
        Fate.REFUSED,
        null,
        ids.size() + " live processes could be it: " + String.join(", ", told),
        "say which: procc adopt " + one.identity() + " " + (equal == 1 ? best : ids.getFirst()));
  }

  private Row found(Desired one, LiveProcess live) {
    Adoption.Tied tied = tie(one, live);
    if (tied.matched() == 0 && tied.nodes() > 0) {
      return Row.of(
          one.identity(),
          Fate.REFUSED,
          null,
          live.id()
              + " bears the name and has none of the "
              + tied.nodes()
              + " groups and tasks of the definition",
          "if it is the one: procc adopt " + one.identity() + " " + live.id());
    }
    return new Row(
        one.identity(),
        Fate.RECORD,
        live.id(),
        "\"" + live.name() + "\": " + words(tied),
        "",
        tied.differing(),
        tied.entry());
  }

  private static String words(Adoption.Tied tied) {
    if (tied.differing().isEmpty()) {
      return tied.unseen().isEmpty()
          ? "as defined"
          : "as defined; nobody can see "
              + String.join(", ", tied.unseen())
              + ", so it is set anew";
    }
    int differing = tied.differing().size();
    return tied.matched()
        + " of "
        + tied.nodes()
        + " groups and tasks found, "
        + differing
        + (differing == 1 ? " difference" : " differences");
  }
}
