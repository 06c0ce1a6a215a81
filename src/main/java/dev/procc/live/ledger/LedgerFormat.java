package dev.procc.live.ledger;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The text format of an entry: JSON with one member a line, and one node, run, waiver or source
/// file a line, so that a git diff lists the changes.
public final class LedgerFormat {
  private static final String MIXED = "two entries were merged by hand";

  /// The part of the message that says that an entry is not damaged, but of another version of this
  /// program.

  public static final String OTHER_VERSION = "another procc wrote it";

  /// The version that this program writes and reads.
  public static final String VERSION = "1.0";

  private static final Set<String> ONE_ITEM_PER_LINE =
      Set.of("previous", "kept", "sources", "nodes", "inRuns");
  private static final Set<String> MEMBERS =
      Set.of(
          "formatVersion",
          "target",
          "identity",
          "origin",
          "name",
          "id",
          "revision",
          "contentHash",
          "besides",
          "edits",
          "sourceHash",
          "protect",
          "onRemoval",
          "runs",
          "previous",
          "pending",
          "kept",
          "sources",
          "nodes",
          "inRuns",
          "evidence",
          "owedRecord");

  private LedgerFormat() {}

  public static Json.Obj toJson(LedgerEntry entry) {
    RecordedDefinition definition = entry.definition();
    RecordedLive live = entry.live();
    ProcessHistory history = entry.history();
    return Json.object()
        .put("formatVersion", VERSION)
        .put("target", entry.target())
        .put("identity", entry.identity())
        .put("origin", entry.origin())
        .put("name", entry.name())
        .putNullable("id", live.id())
        .put("revision", live.revision() == null ? Json.NULL : Json.of(live.revision()))
        .putNullable("contentHash", live.contentHash())
        .put("besides", live.besides().isEmpty() ? null : live.besides())
        .put("edits", live.edits().isEmpty() ? null : live.edits())
        .put("sourceHash", definition.sourceHash())
        .put("protect", definition.protect())
        .put("onRemoval", definition.onRemoval().text())
        .put("runs", Json.texts(history.runIds()))
        .put("previous", Json.array(history.formers().stream().map(LedgerFormat::toJson).toList()))
        .put(
            "pending",
            entry.pending() == null ? Json.NULL : PendingStepFormat.toJson(entry.pending()))
        .put("kept", Json.array(live.waivers().stream().map(DriftWaiver::toJson).toList()))
        .put("sources", textsJson(definition.sources()))
        .put("nodes", nodesJson(live.nodes()))
        .put(
            "inRuns",
            history.runRecords().isEmpty()
                ? null
                : Json.array(history.runRecords().stream().map(LedgerFormat::toJson).toList()))
        .put("evidence", PendingStepFormat.toJson(history.evidence()))
        .put("owedRecord", PendingStepFormat.toJson(history.owedRecord()))
        .build();
  }

  private static Json.Obj toJson(RunRecord one) {
    return Json.object()
        .put("run", one.runId())
        .put("path", one.path())
        .put("field", one.field())
        .put("id", one.id())
        .put("hash", one.hash())
        .put("at", one.readAt())
        .build();
  }

  private static Json.Obj toJson(FormerProcess one) {
    return Json.object()
        .put("id", one.id())
        .put("replacedAt", one.replacedAt())
        .put("trashed", one.trashed())
        .put("nodes", one.nodes().isEmpty() ? null : nodesJson(one.nodes()))
        .put("contentHash", one.contentHash())
        .build();
  }

  private static Json.Obj toJson(NodeRecord line) {
    Json.Builder json =
        Json.object()
            .put("path", line.path())
            .put("id", line.id())
            .put("sent", textsJson(line.sent()));
    if (!line.seen().isEmpty()) {
      json.put("seen", textsJson(line.seen()));
    }
    return json.build();
  }

  private static Json nodesJson(List<NodeRecord> lines) {
    return Json.array(lines.stream().map(LedgerFormat::toJson).toList());
  }

  private static Json.Obj textsJson(Map<String, String> texts) {
    Json.Builder json = Json.object();
    texts.forEach(json::put);
    return json.build();
  }

  public static String write(LedgerEntry entry) {
    return toJson(entry).lines(ONE_ITEM_PER_LINE);
  }

  /// @param file the name of the text in messages
  /// @throws LedgerException if it is not an entry written by this program
  public static LedgerEntry read(String file, String text) throws LedgerException {
    Json json;
    try {
      json = JsonReader.read(text);
    } catch (JsonException e) {
      throw new LedgerException(
          file + ":" + e.line() + ":" + e.column() + ": not JSON: " + e.getMessage(), e);
    }
    return new EntryReader(file).entry(json);
  }

  /// Reads an entry that has to belong to a certain process and target.
  ///
  /// @throws LedgerException also if it belongs to another process or target
  static LedgerEntry read(String file, String text, String target, String identity)
      throws LedgerException {
    LedgerEntry entry = read(file, text);
    if (!entry.target().equals(target) || !entry.identity().equals(identity)) {
      throw new LedgerException(
          file
              + ": it is of "
              + entry.identity()
              + " in target "
              + entry.target()
              + ", not of "
              + identity
              + " in "
              + target);
    }
    return entry;
  }

  /// A strict reader: an unknown member has a meaning for whoever wrote it.
  private record EntryReader(String file) {
    LedgerEntry entry(Json json) throws LedgerException {
      Json.Obj object = object(json, "the entry");
      String version = object.text("formatVersion").orElse("");
      if (!version.equals(VERSION)) {
        throw error(
            "formatVersion",
            version.isEmpty()
                ? "missing, " + VERSION + " was expected"
                : "\"" + version + "\" is not " + VERSION + ", " + OTHER_VERSION);
      }
      rejectUnknown(object, MEMBERS, "");
      LedgerEntry entry =
          new LedgerEntry(
              new RecordedProcess(
                  text(object, "target"),
                  text(object, "identity"),
                  text(object, "origin"),
                  text(object, "name")),
              definition(object),
              live(object),
              history(object),
              object.obj("pending").isPresent()
                  ? new PendingStepFormat(file, OTHER_VERSION).read(object.obj("pending").get())
                  : null);
      requireWritten(object, entry);
      return entry;
    }

    /// Checks that nothing was taken for none: a member that is lost or of another type, as a merge
    /// by hand leaves it, would not be written like that. Nodes are read strictly.
    private void requireWritten(Json.Obj object, LedgerEntry entry) throws LedgerException {
      Json.Obj written = toJson(entry.withoutNodes());
      for (String name : MEMBERS) {
        boolean isAsWritten =
            name.equals("nodes")
                ? object.get(name) instanceof Json.Arr
                : Objects.equals(object.get(name), written.get(name));
        if (!isAsWritten) {
          throw error(
              name,
              "lost, or not of the kind that procc writes there, as a merge by hand leaves it");
        }
      }
    }

    private RecordedDefinition definition(Json.Obj entry) throws LedgerException {
      return new RecordedDefinition(
          text(entry, "sourceHash"),
          entry.flag("protect", false),
          removalPolicy(text(entry, "onRemoval")),
          hashes(entry, "sources", ""));
    }

    private RecordedLive live(Json.Obj entry) throws LedgerException {
      String id = entry.text("id").orElse(null);
      return new RecordedLive(
          id,
          entry.integer("revision").orElse(null),
          entry.text("contentHash").orElse(null),
          entry.text("besides").orElse(""),
          entry.text("edits").orElse(""),
          nodes(entry.items("nodes"), id),
          waivers(entry.items("kept")));
    }

    private ProcessHistory history(Json.Obj entry) throws LedgerException {
      return new ProcessHistory(
          strings(entry.items("runs"), "runs"),
          formers(entry.items("previous")),
          runRecords(entry.items("inRuns")),
          new PendingStepFormat(file, OTHER_VERSION).evidence(entry),
          new PendingStepFormat(file, OTHER_VERSION).owedRecord(entry));
    }

    private List<RunRecord> runRecords(List<Json> items) throws LedgerException {
      List<RunRecord> all = new ArrayList<>();
      for (Json item : items) {
        Json.Obj one = object(item, "inRuns");
        rejectUnknown(one, List.of("run", "path", "field", "id", "hash", "at"), "inRuns.");
        all.add(
            new RunRecord(
                text(one, "run"),
                text(one, "path"),
                text(one, "field"),
                text(one, "id"),
                text(one, "hash"),
                text(one, "at")));
      }
      return all;
    }

    private RemovalPolicy removalPolicy(String word) throws LedgerException {
      for (RemovalPolicy one : RemovalPolicy.values()) {
        if (one.text().equals(word)) {
          return one;
        }
      }
      throw error("onRemoval", "\"" + word + "\" is neither keep nor trash");
    }

    private List<FormerProcess> formers(List<Json> items) throws LedgerException {
      List<FormerProcess> all = new ArrayList<>();
      for (Json item : items) {
        Json.Obj one = object(item, "previous");
        rejectUnknown(
            one, List.of("id", "replacedAt", "trashed", "nodes", "contentHash"), "previous.");
        all.add(
            new FormerProcess(
                text(one, "id"),
                text(one, "replacedAt"),
                one.flag("trashed", false),
                nodes(one.items("nodes"), text(one, "id")),
                one.text("contentHash").orElse(null)));
      }
      return all;
    }

    private List<DriftWaiver> waivers(List<Json> items) throws LedgerException {
      List<DriftWaiver> all = new ArrayList<>();
      for (Json item : items) {
        Json.Obj one = object(item, "kept");
        rejectUnknown(one, List.of("path", "field", "reason", "until", "by"), "kept.");
        all.add(
            new DriftWaiver(
                text(one, "path"),
                text(one, "field"),
                text(one, "reason"),
                one.text("until").orElse(null),
                one.text("by").orElse(null)));
      }
      return all;
    }

    /// @param process whose groups and tasks they are
    private List<NodeRecord> nodes(List<Json> items, @Nullable String process)
        throws LedgerException {
      List<NodeRecord> all = new ArrayList<>(items.size());
      Set<String> paths = new HashSet<>();
      for (Json item : items) {
        Json.Obj line = object(item, "nodes");
        rejectUnknown(line, List.of("path", "id", "sent", "seen"), "nodes.");
        String path = text(line, "path");
        String id = text(line, "id");
        if (!paths.add(path)) {
          throw error("nodes", "\"" + path + "\" stands there twice, " + MIXED);
        }
        if (path.isEmpty() && process != null && !id.equals(process)) {
          throw error("nodes", "they are of process " + id + ", not of " + process + ", " + MIXED);
        }
        all.add(
            new NodeRecord(
                path,
                id,
                hashes(line, "sent", "nodes " + path + " "),
                line.has("seen") ? hashes(line, "seen", "nodes " + path + " ") : Map.of()));
      }
      return all;
    }

    private Map<String, String> hashes(Json.Obj object, String name, String where)
        throws LedgerException {
      Map<String, String> all = new LinkedHashMap<>();
      for (Map.Entry<String, Json> entry :
          object(object.get(name), where + name).members().entrySet()) {
        if (!(entry.getValue() instanceof Json.Str hash)) {
          throw error(where + name + "." + entry.getKey(), "a text was expected");
        }
        all.put(entry.getKey(), hash.value());
      }
      return all;
    }

    private List<String> strings(List<Json> items, String name) throws LedgerException {
      List<String> all = new ArrayList<>();
      for (Json item : items) {
        if (!(item instanceof Json.Str s)) {
          throw error(name, "texts were expected");
        }
        all.add(s.value());
      }
      return all;
    }

    private void rejectUnknown(Json.Obj object, Collection<String> names, String where)
        throws LedgerException {
      for (String name : object.members().keySet()) {
        if (!names.contains(name)) {
          throw error(where + name, "unknown member, " + OTHER_VERSION);
        }
      }
    }

    private String text(Json.Obj object, String name) throws LedgerException {
      String value = object.text(name).orElse(null);
      if (value == null) {
        throw error(name, "missing, a text was expected");
      }
      return value;
    }

    private Json.Obj object(@Nullable Json value, String name) throws LedgerException {
      if (value instanceof Json.Obj object) {
        return object;
      }
      throw error(name, "an object was expected");
    }

    private LedgerException error(String member, String message) {
      return new LedgerException(file + ": " + member + ": " + message);
    }
  }
}
