package dev.procc.cli;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.live.ledger.FileStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.ledger.SeenProcess;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Changes to the project of `NamedWaysCliTest` that make a command refuse.
final class Ways {
  private Ways() {}

  static void nothing(AlphaProject alpha) {}

  static AlphaProject edited(AlphaProject alpha) throws Exception {
    return alpha
        .edit("/root/children/0/job/arguments/sendTaskArgs/dueDate", "\"2024-11-20\"")
        .change("u3", "u9");
  }

  static AlphaProject start(AlphaProject alpha) {
    alpha.procc(0, "run", "--yes", "a");
    return alpha;
  }

  static AlphaProject replace(AlphaProject alpha) throws Exception {
    return alpha.change("u3", "u9").apply();
  }

  /// Removes the definition, after somebody edited the process.
  static void removed(AlphaProject alpha) throws Exception {
    alpha.change("autoClose", "onRemoval: trash\nautoClose").apply().edit("/name", "\"Theirs\"");
    Files.delete(alpha.folder().resolve("a.process.yaml"));
  }

  static void formerBack(AlphaProject alpha) throws Exception {
    replace(alpha);
    String now = alpha.id();
    alpha.send("POST", "/processes/" + former(alpha) + "/restore", "");
    alpha.send("DELETE", "/processes/" + now, "");
  }

  /// The id of the process that was replaced.
  private static String former(AlphaProject alpha) throws Exception {
    Json.Obj entry = (Json.Obj) JsonReader.read(ledger(alpha));
    return ((Json.Obj) entry.items("previous").getFirst()).text("id").orElseThrow();
  }

  static void namesake(AlphaProject alpha) throws Exception {
    String id = alpha.id();
    other(alpha);
    alpha.send("DELETE", "/processes/" + id, "");
  }

  /// Somebody creates another process with the same name.
  static AlphaProject other(AlphaProject alpha) throws Exception {
    alpha.send("POST", "/processes", alpha.send("GET", "/processes/" + alpha.id(), ""));
    return alpha;
  }

  /// The id of a process that is not in the ledger.
  static String otherId(AlphaProject alpha) throws Exception {
    String own = ledger(alpha);
    return alpha.ids().stream().filter(id -> !own.contains(id)).findFirst().orElse(alpha.id());
  }

  private static Path file(AlphaProject alpha) {
    return alpha.folder().resolve("procc.state/default/a.json");
  }

  private static String ledger(AlphaProject alpha) throws Exception {
    return Files.readString(file(alpha));
  }

  static void ledger(AlphaProject alpha, String member, String value) throws Exception {
    Json.Obj entry = (Json.Obj) JsonReader.read(ledger(alpha));
    Files.writeString(file(alpha), entry.with(member, Json.of(value)).pretty());
  }

  static AlphaProject lose(AlphaProject alpha) throws Exception {
    Files.delete(file(alpha));
    return alpha;
  }

  static AlphaProject damage(AlphaProject alpha) throws Exception {
    Files.writeString(file(alpha), "{");
    return alpha;
  }

  /// Merges two entries of the ledger: the process of one, the groups and tasks of the other.
  static void mix(AlphaProject alpha) throws Exception {
    Json.Obj entry = (Json.Obj) JsonReader.read(ledger(replace(alpha)));
    Json nodes = ((Json.Obj) entry.items("previous").getFirst()).get("nodes");
    Files.writeString(file(alpha), entry.with("nodes", nodes).pretty());
  }

  /// Saves the live process, and loses the ledger.
  static void offline(AlphaProject alpha) throws Exception {
    alpha.edit("/name", "\"Theirs\"").change("u2", "u9");
    String live = alpha.send("GET", "/processes/" + alpha.id(), "");
    Files.writeString(alpha.folder().resolve("l.json"), live);
    lose(alpha);
  }

  /// Makes two targets of the same server: `a` has the process, `b` is new.
  static void targets(AlphaProject alpha) throws Exception {
    String one = "a: { apiUrl: \"" + alpha.url() + "\" }";
    alpha.settings("targets: { " + one + ", " + one.replace("a: {", "b: {") + " }");
    alpha.procc(0, "adopt", "a", alpha.id(), "--target", "a");
  }

  /// Adds a definition that is not applied.
  static AlphaProject second(AlphaProject alpha) throws Exception {
    String text = AlphaProject.DEFINITION.replace("key: a", "key: b").replace("Alpha", "Beta");
    Files.writeString(
        alpha.folder().resolve("b.process.yaml"), text.replace("title: Task", "title: Step"));
    return alpha;
  }

  /// Changes the definition of another key than `a`.
  static void change(AlphaProject alpha, String key, String from, String to) throws Exception {
    Path definition = alpha.folder().resolve(key + ".process.yaml");
    Files.writeString(definition, Files.readString(definition).replace(from, to));
  }

  static void both(AlphaProject alpha) throws Exception {
    second(alpha).apply();
  }

  static void twice(AlphaProject alpha) throws Exception {
    second(alpha);
    String b = ledger(alpha).replace("\"identity\": \"a\"", "\"identity\": \"b\"");
    Files.writeString(alpha.folder().resolve("procc.state/default/b.json"), b);
  }

  /// Interrupts an apply.
  static void leaveUnended(AlphaProject alpha) throws Exception {
    FileStore store = new FileStore(alpha.folder().resolve("procc.state"));
    LedgerEntry entry = store.load("default", "a").orElseThrow();
    PendingStep begun =
        new PendingStep(
            "adding",
            "0".repeat(64),
            "2024-10-01T09:00:00Z",
            null,
            new PendingStep.StepSubject(new SeenProcess(entry.id(), null), null, null, List.of()),
            null);
    store.save(entry.withPending(begun), "begin");
  }

  /// Interrupts an apply after its create, loses its plan, and moves the old process to the bin as
  /// somebody in Workiva would: only the new one is left.
  static void loseOldOne(AlphaProject alpha) throws Exception {
    String before = ledger(alpha);
    replace(alpha);
    FileStore store = new FileStore(alpha.folder().resolve("procc.state"));
    LedgerEntry after = store.load("default", "a").orElseThrow();
    Files.writeString(file(alpha), before);
    Path records = alpha.folder().resolve("procc.state/default/evidence/a");
    try (DirectoryStream<Path> of = Files.newDirectoryStream(records, "0002-*")) {
      for (Path record : of) {
        Files.delete(record);
      }
    }
    LedgerEntry entry = store.load("default", "a").orElseThrow();
    PendingStep created =
        new PendingStep(
            "created",
            "0".repeat(64),
            "2024-10-01T09:00:00Z",
            null,
            new PendingStep.StepSubject(
                new SeenProcess(entry.id(), entry.live().contentHash()),
                new SeenProcess(after.id(), after.live().contentHash()),
                null,
                List.of()),
            null);
    store.save(entry.withPending(created), "created");
  }

  /// The answer to a create was lost, and two processes of its name have appeared since.
  static void loseCreate(AlphaProject alpha) throws Exception {
    String live = alpha.send("GET", "/processes/" + alpha.id(), "").replace("Alpha", "Beta");
    second(alpha).send("POST", "/processes", live);
    alpha.send("POST", "/processes", live);
    FileStore store = new FileStore(alpha.folder().resolve("procc.state"));
    String longAgo = "2024-10-01T09:00:00Z";
    PendingStep creating =
        new PendingStep(
            "creating",
            "0".repeat(64),
            longAgo,
            longAgo,
            new PendingStep.StepSubject(null, null, "0".repeat(64), List.of()),
            null);
    store.save(
        LedgerEntry.empty("default", "b", alpha.url())
            .withDefinition("Beta", RecordedDefinition.NONE)
            .withPending(creating),
        "creating");
  }

  /// A replacement was cut off before its DELETE, and its process is protected since.
  static void protectSince(AlphaProject alpha) throws Exception {
    alpha.faults("{\"on\":\"trashProcess\",\"do\":\"fail-before\",\"status\":403,\"times\":1}");
    alpha.change("u3", "u9").procc(6, "apply", "--yes");
    alpha.change("key: a\n", "key: a\nprotect: true\n");
  }

  /// The same as `loseOldOne`, where the old process is live.
  static void leaveTwo(AlphaProject alpha) throws Exception {
    loseOldOne(alpha);
    String id =
        new FileStore(alpha.folder().resolve("procc.state"))
            .load("default", "a")
            .orElseThrow()
            .id();
    alpha.send("POST", "/processes/" + id + "/restore", "");
  }

  /// The arguments of a command, with the ids of this project; `ID` is the id of a process without
  /// a ledger entry, if there is one.
  static String[] words(AlphaProject alpha, String line) throws Exception {
    String filled = line;
    if (filled.contains("FORMER")) {
      filled = filled.replace("FORMER", former(alpha));
    }
    if (filled.contains(" ID")) {
      filled = filled.replace(" ID", " " + (alpha.ids().size() > 1 ? otherId(alpha) : alpha.id()));
    }
    return filled.split(" ");
  }
}
