package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Owner;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The way between a process and the API's JSON.
///
/// ```java
/// Json.Obj body = Wire.create(process).body();          // POST /processes
/// LiveProcess live = Wire.read(answer);                 // GET /processes/{id}
/// ```
public final class ProcessJson {
  private ProcessJson() {}

  /// The request body that creates the process, in normal form, and the fields it cannot carry.
  public static CreateBody createBody(Process process) {
    return createBodyOfNormalized(Normalizer.normalize(process));
  }

  /// The same of a process that is in normal form already.
  public static CreateBody createBodyOfNormalized(Process normal) {
    Map<FieldSpec, Json> writeOnly = new LinkedHashMap<>();
    for (FieldSpec field : Catalog.definable(Schema.PROCESS)) {
      Json value = normal.get(field);
      if (field.owner() == Owner.WRITE_ONLY && value != null) {
        writeOnly.put(field, value);
      }
    }
    return new CreateBody(new BodyWriter(false).processBody(normal), writeOnly);
  }

  /// A node as a group's `children` hold it, without ids: `{"type": "job", "job": {...}}`.
  public static Json.Obj childBody(ProcessNode node) {
    return new BodyWriter(false).childBody(node);
  }

  /// Reads what GET, POST, PATCH, batchUpdates and restore return for a process. Jobs that the
  /// server generated are left out.
  public static LiveProcess read(Json body) throws WireException {
    return new BodyReader().readProcess(body);
  }

  /// A live process as JSON, with its ids: what `contentHash` hashes.
  public static Json.Obj body(Process live) {
    return new BodyWriter(true).processBody(Normalizer.normalize(live));
  }

  /// SHA-256, in hex, over the RFC 8785 form of the normalised live process.
  public static String contentHash(Process live) {
    return sha256(body(live));
  }

  /// The same of a process that is in normal form already.
  static String contentHashOfNormalized(Process live) {
    return sha256(new BodyWriter(true).processBody(live));
  }

  /// SHA-256, in hex, over the RFC 8785 form of a value.
  public static String sha256(Json value) {
    return HexFormat.of().formatHex(sha256Bytes(value.canonical()));
  }

  static byte[] sha256Bytes(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Reads one page of GET /processes.
  public static ProcessPage readPage(Json body) throws WireException {
    if (!(body instanceof Json.Obj page) || !(page.get("data") instanceof Json.Arr)) {
      throw new WireException("/data", "missing, a list of processes was expected");
    }
    List<ProcessSummary> data = new ArrayList<>();
    List<Json> items = page.items("data");
    for (int i = 0; i < items.size(); i++) {
      data.add(readSummary(items.get(i), "/data/" + i));
    }
    return new ProcessPage(data, page.text("@nextLink").filter(s -> !s.isEmpty()).orElse(null));
  }

  private static ProcessSummary readSummary(Json item, String path) throws WireException {
    if (!(item instanceof Json.Obj object)) {
      throw new WireException(path, "not an object");
    }
    String id = object.text("id").orElse("");
    if (id.isEmpty()) {
      throw new WireException(path + "/id", "missing");
    }
    return new ProcessSummary(
        id,
        object.text("name").orElse(""),
        object.integer("revision").orElse(null),
        object.text("dueDate").orElse(null),
        readStamp(object.get("created")),
        readStamp(object.get("modified")),
        object.obj("run").map(ProcessJson::readRun).orElse(null));
  }

  private static RunSummary readRun(Json.Obj run) {
    return new RunSummary(
        run.text("id").orElse(""),
        run.text("status").orElse("").toLowerCase(java.util.Locale.ROOT),
        run.text("completedDate").orElse(null));
  }

  static AuditStamp readStamp(@Nullable Json action) {
    return action instanceof Json.Obj object
        ? new AuditStamp(
            object.obj("user").flatMap(user -> user.text("id")).orElse(null),
            object.text("dateTime").orElse(null))
        : AuditStamp.UNKNOWN;
  }
}
