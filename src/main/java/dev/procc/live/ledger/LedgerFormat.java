package dev.procc.live.ledger;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The text of an entry: JSON with one member a line, and one node, run, kept edit or source file a
/// line, so that a git diff reads as a list of what changed.
public final class LedgerFormat {
  /// Part of the message where an entry is not damaged but of another version of this program.
  public static final String ANOTHER = "another procc wrote it";

  /// The version this program writes and reads.
  public static final String VERSION = "1.0";

  private static final Set<String> BY_LINE =
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
          "sourceHash",
          "protect",
          "onRemoval",
          "runs",
          "previous",
          "pending",
          "kept",
          "sources",
          "nodes",
          "inRuns");

  private LedgerFormat() {}

  public static Json.Obj toJson(LedgerEntry entry) {
    return Json.object()
        .put("formatVersion", VERSION)
        .put("target", entry.target())
        .put("identity", entry.identity())
        .put("origin", entry.origin())
        .put("name", entry.name())
        .putNullable("id", entry.id())
        .put("revision", entry.revision() == null ? Json.NULL : Json.of(entry.revision()))
        .putNullable("contentHash", entry.contentHash())
        .put("sourceHash", entry.sourceHash())
        .put("protect", entry.protect())
        .put("onRemoval", entry.onRemoval().word())
        .put("runs", Json.texts(entry.runs()))
        .put("previous", Json.array(entry.previous().stream().map(LedgerFormat::toJson).toList()))
        .put("pending", entry.pending() == null ? Json.NULL : toJson(entry.pending()))
        .put("kept", Json.array(entry.kept().stream().map(LedgerFormat::toJson).toList()))
        .put("sources", texts(entry.sources()))
        .put("nodes", nodes(entry.nodes()))
        .put(
            "inRuns",
            entry.inRuns().isEmpty()
                ? null
                : Json.array(entry.inRuns().stream().map(LedgerFormat::toJson).toList()))
        .build();
  }

  private static Json.Obj toJson(InRun one) {
    return Json.object()
        .put("run", one.run())
        .put("path", one.path())
        .put("field", one.field())
        .put("id", one.id())
        .put("hash", one.hash())
        .put("at", one.at())
        .build();
  }

  private static Json.Obj toJson(Previous one) {
    return Json.object()
        .put("id", one.id())
        .put("replacedAt", one.replacedAt())
        .put("trashed", one.trashed())
        .put("nodes", one.nodes().isEmpty() ? null : nodes(one.nodes()))
        .build();
  }

  private static Json.Obj toJson(Pending step) {
    return Json.object()
        .put("step", step.step())
        .put("hash", step.hash())
        .put("since", step.since())
        .put("sentAt", step.sentAt())
        .put("old", step.old())
        .put("created", step.created())
        .put("intent", step.intent())
        .put("alike", step.alike().isEmpty() ? null : Json.texts(step.alike()))
        .build();
  }

  private static Json.Obj toJson(Kept kept) {
    return Json.object()
        .put("path", kept.path())
        .put("field", kept.field())
        .put("reason", kept.reason())
        .put("until", kept.until())
        .build();
  }

  private static Json.Obj toJson(NodeLine line) {
    Json.Builder json =
        Json.object().put("path", line.path()).put("id", line.id()).put("sent", texts(line.sent()));
    if (!line.seen().isEmpty()) {
      json.put("seen", texts(line.seen()));
    }
    return json.build();
  }

  private static Json nodes(List<NodeLine> lines) {
    return Json.array(lines.stream().map(LedgerFormat::toJson).toList());
  }

  private static Json.Obj texts(Map<String, String> texts) {
    Json.Builder json = Json.object();
    texts.forEach(json::put);
    return json.build();
  }

  public static String write(LedgerEntry entry) {
    StringBuilder out = new StringBuilder("{");
    String separator = "\n";
    for (Map.Entry<String, Json> member : toJson(entry).members().entrySet()) {
      out.append(separator).append("  ").append(Json.of(member.getKey()).write()).append(": ");
      member(out, member.getKey(), member.getValue());
      separator = ",\n";
    }
    return out.append("\n}\n").toString();
  }

  private static void member(StringBuilder out, String name, Json value) {
    if (BY_LINE.contains(name) && value instanceof Json.Arr list && !list.items().isEmpty()) {
      String separator = "[\n    ";
      for (Json item : list.items()) {
        out.append(separator).append(item.write());
        separator = ",\n    ";
      }
      out.append("\n  ]");
    } else if (BY_LINE.contains(name)
        && value instanceof Json.Obj object
        && !object.members().isEmpty()) {
      String separator = "{\n    ";
      for (Map.Entry<String, Json> item : object.members().entrySet()) {
        out.append(separator).append(Json.of(item.getKey()).write()).append(": ");
        out.append(item.getValue().write());
        separator = ",\n    ";
      }
      out.append("\n  }");
    } else {
      out.append(value.write());
    }
  }

  /// @param file what to call the text in a message
  /// @throws LedgerException where it is not an entry that this program wrote
  public static LedgerEntry read(String file, String text) throws LedgerException {
    Json json;
    try {
      json = JsonReader.read(text);
    } catch (JsonException e) {
      throw new LedgerException(
          file + ":" + e.line() + ":" + e.column() + ": not JSON: " + e.getMessage(), e);
    }
    return new Reader(file).entry(json);
  }

  /// Reads strictly: a member nobody knows was written by somebody who meant something by it.
  private record Reader(String file) {
    LedgerEntry entry(Json json) throws LedgerException {
      Json.Obj object = object(json, "the entry");
      String version = object.text("formatVersion").orElse("");
      if (!version.equals(VERSION)) {
        throw fault(
            "formatVersion",
            version.isEmpty()
                ? "missing, " + VERSION + " was expected"
                : "\"" + version + "\" is not " + VERSION + ", " + ANOTHER);
      }
      known(object, MEMBERS, "");
      return new LedgerEntry(
          text(object, "target"),
          text(object, "identity"),
          text(object, "origin"),
          text(object, "name"),
          object.text("id").orElse(null),
          object.integer("revision").orElse(null),
          object.text("contentHash").orElse(null),
          text(object, "sourceHash"),
          object.flag("protect", false),
          onRemoval(text(object, "onRemoval")),
          strings(object.items("runs"), "runs"),
          previous(object.items("previous")),
          object.obj("pending").isPresent() ? pending(object.obj("pending").get()) : null,
          kept(object.items("kept")),
          hashes(object, "sources", ""),
          nodes(object.items("nodes")),
          inRuns(object.items("inRuns")));
    }

    private List<InRun> inRuns(List<Json> items) throws LedgerException {
      List<InRun> all = new ArrayList<>();
      for (Json item : items) {
        Json.Obj one = object(item, "inRuns");
        known(one, List.of("run", "path", "field", "id", "hash", "at"), "inRuns.");
        all.add(
            new InRun(
                text(one, "run"),
                text(one, "path"),
                text(one, "field"),
                text(one, "id"),
                text(one, "hash"),
                text(one, "at")));
      }
      return all;
    }

    private OnRemoval onRemoval(String word) throws LedgerException {
      for (OnRemoval one : OnRemoval.values()) {
        if (one.word().equals(word)) {
          return one;
        }
      }
      throw fault("onRemoval", "\"" + word + "\" is neither keep nor trash");
    }

    private List<Previous> previous(List<Json> items) throws LedgerException {
      List<Previous> all = new ArrayList<>();
      for (Json item : items) {
        Json.Obj one = object(item, "previous");
        known(one, List.of("id", "replacedAt", "trashed", "nodes"), "previous.");
        all.add(
            new Previous(
                text(one, "id"),
                text(one, "replacedAt"),
                one.flag("trashed", false),
                nodes(one.items("nodes"))));
      }
      return all;
    }

    private Pending pending(Json.Obj step) throws LedgerException {
      known(
          step,
          List.of("step", "hash", "since", "sentAt", "old", "created", "intent", "alike"),
          "pending.");
      return new Pending(
          text(step, "step"),
          text(step, "hash"),
          text(step, "since"),
          step.text("sentAt").orElse(null),
          step.text("old").orElse(null),
          step.text("created").orElse(null),
          step.text("intent").orElse(null),
          strings(step.items("alike"), "pending.alike"));
    }

    private List<Kept> kept(List<Json> items) throws LedgerException {
      List<Kept> all = new ArrayList<>();
      for (Json item : items) {
        Json.Obj one = object(item, "kept");
        known(one, List.of("path", "field", "reason", "until"), "kept.");
        all.add(
            new Kept(
                text(one, "path"),
                text(one, "field"),
                text(one, "reason"),
                one.text("until").orElse(null)));
      }
      return all;
    }

    private List<NodeLine> nodes(List<Json> items) throws LedgerException {
      List<NodeLine> all = new ArrayList<>(items.size());
      for (Json item : items) {
        Json.Obj line = object(item, "nodes");
        known(line, List.of("path", "id", "sent", "seen"), "nodes.");
        String path = text(line, "path");
        all.add(
            new NodeLine(
                path,
                text(line, "id"),
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
          throw fault(where + name + "." + entry.getKey(), "a text was expected");
        }
        all.put(entry.getKey(), hash.value());
      }
      return all;
    }

    private List<String> strings(List<Json> items, String name) throws LedgerException {
      List<String> all = new ArrayList<>();
      for (Json item : items) {
        if (!(item instanceof Json.Str s)) {
          throw fault(name, "texts were expected");
        }
        all.add(s.value());
      }
      return all;
    }

    private void known(Json.Obj object, Collection<String> names, String where)
        throws LedgerException {
      for (String name : object.members().keySet()) {
        if (!names.contains(name)) {
          throw fault(where + name, "unknown member, " + ANOTHER);
        }
      }
    }

    private String text(Json.Obj object, String name) throws LedgerException {
      String value = object.text(name).orElse(null);
      if (value == null) {
        throw fault(name, "missing, a text was expected");
      }
      return value;
    }

    private Json.Obj object(@Nullable Json value, String name) throws LedgerException {
      if (value instanceof Json.Obj object) {
        return object;
      }
      throw fault(name, "an object was expected");
    }

    private LedgerException fault(String member, String message) {
      return new LedgerException(file + ": " + member + ": " + message);
    }
  }
}
